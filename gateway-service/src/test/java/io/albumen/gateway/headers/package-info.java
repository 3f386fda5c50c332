/** Headers, without a server. */
@NullMarked
package io.albumen.gateway.headers;

import org.jspecify.annotations.NullMarked;

/** Which tokens pass, without a server. */
@NullMarked
package io.albumen.gateway.token;

import org.jspecify.annotations.NullMarked;

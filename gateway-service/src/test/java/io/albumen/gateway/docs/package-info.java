/** The merged contract, without a server. */
@NullMarked
package io.albumen.gateway.docs;

import org.jspecify.annotations.NullMarked;

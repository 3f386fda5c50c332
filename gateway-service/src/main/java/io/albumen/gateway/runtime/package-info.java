/** Wires the edge into the HTTP server. */
@NullMarked
package io.albumen.gateway.runtime;

import org.jspecify.annotations.NullMarked;

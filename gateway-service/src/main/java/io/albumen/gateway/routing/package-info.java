/** Passes the API on to the services, streaming both ways. */
@NullMarked
package io.albumen.gateway.routing;

import org.jspecify.annotations.NullMarked;

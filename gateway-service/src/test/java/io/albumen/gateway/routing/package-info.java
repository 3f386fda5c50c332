/** What passes to the services, and how. */
@NullMarked
package io.albumen.gateway.routing;

import org.jspecify.annotations.NullMarked;

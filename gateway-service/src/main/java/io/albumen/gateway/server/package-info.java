/** What a client may ask of the gateway itself. */
@NullMarked
package io.albumen.gateway.server;

import org.jspecify.annotations.NullMarked;

/** Who may keep a connection: not too many of one address, and nobody who never says what for. */
@NullMarked
package io.albumen.gateway.connection;

import org.jspecify.annotations.NullMarked;

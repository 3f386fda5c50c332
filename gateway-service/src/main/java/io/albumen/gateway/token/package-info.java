/** The first look at access tokens. The services look again: the private network is no boundary. */
@NullMarked
package io.albumen.gateway.token;

import org.jspecify.annotations.NullMarked;

/**
 * Which access tokens no longer count although they have not run out: the gateway asks every few
 * seconds, so that a token dies long before its end.
 */
@NullMarked
package io.albumen.auth.revocation;

import org.jspecify.annotations.NullMarked;

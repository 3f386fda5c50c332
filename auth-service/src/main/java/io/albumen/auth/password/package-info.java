/** Passwords: what they must be, and the ways to a new one, each of which ends every session. */
@NullMarked
package io.albumen.auth.password;

import org.jspecify.annotations.NullMarked;

/**
 * Changes to what guards an account: each is written down first, ends the sessions it must end, and
 * is told to the account's owner, whatever dies on the way.
 */
@NullMarked
package io.albumen.auth.security;

import org.jspecify.annotations.NullMarked;

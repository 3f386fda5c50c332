/**
 * All accounts as their keepers see them: who there is, who may sign in, who has which role, and
 * the end of an account.
 */
@NullMarked
package io.albumen.auth.directory;

import org.jspecify.annotations.NullMarked;

/**
 * The end of an account: asked for with the password, carried through every service step by step,
 * each of which may be repeated, so that a crash between any two is made good by the sweeper. The
 * account in the pool goes last.
 */
@NullMarked
package io.albumen.auth.deletion;

import org.jspecify.annotations.NullMarked;

/**
 * Sessions: from a password to tokens, on to fresh tokens, to the end. A browser never sees its
 * refresh token; it travels in a cookie of this service alone.
 */
@NullMarked
package io.albumen.auth.session;

import org.jspecify.annotations.NullMarked;

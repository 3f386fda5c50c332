/** Operations that set up a second factor of sign-in, or do without it again. */
@NullMarked
package io.albumen.local.cognito.mfa;

import org.jspecify.annotations.NullMarked;

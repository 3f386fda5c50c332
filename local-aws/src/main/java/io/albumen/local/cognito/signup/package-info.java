/** Operations by which a person gets an account, or back into one. */
@NullMarked
package io.albumen.local.cognito.signup;

import org.jspecify.annotations.NullMarked;

/** Operations of a signed-in user on the own account. */
@NullMarked
package io.albumen.local.cognito.account;

import org.jspecify.annotations.NullMarked;

/** Operations that give, renew and take back tokens. */
@NullMarked
package io.albumen.local.cognito.session;

import org.jspecify.annotations.NullMarked;

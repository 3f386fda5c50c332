/** Operations of the fleet on its users, signed with its credentials. */
@NullMarked
package io.albumen.local.cognito.admin;

import org.jspecify.annotations.NullMarked;

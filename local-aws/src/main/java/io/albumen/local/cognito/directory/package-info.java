/** Operations that find users, signed with the fleet's credentials. */
@NullMarked
package io.albumen.local.cognito.directory;

import org.jspecify.annotations.NullMarked;

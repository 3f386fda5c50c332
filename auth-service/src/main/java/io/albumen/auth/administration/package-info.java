/** What admins and moderators may see and change of other people's accounts. */
@NullMarked
package io.albumen.auth.administration;

import org.jspecify.annotations.NullMarked;

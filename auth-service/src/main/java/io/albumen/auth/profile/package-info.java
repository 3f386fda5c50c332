/** One's own account: what a person may read and change about themselves. */
@NullMarked
package io.albumen.auth.profile;

import org.jspecify.annotations.NullMarked;

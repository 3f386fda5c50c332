/** What several operations of the user-pool API take or answer. */
@NullMarked
package io.albumen.local.cognito.wire;

import org.jspecify.annotations.NullMarked;

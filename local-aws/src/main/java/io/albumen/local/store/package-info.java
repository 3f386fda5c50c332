/** Crash-safe storage for the endpoints that have no store of their own. */
@NullMarked
package io.albumen.local.store;

import org.jspecify.annotations.NullMarked;

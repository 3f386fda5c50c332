/**
 * Whether the bucket holds what the rows say and nothing else, found out one library after the
 * other when an administrator asks, and mended when they ask for that too.
 */
@NullMarked
package io.albumen.photo.reconciliation;

import org.jspecify.annotations.NullMarked;

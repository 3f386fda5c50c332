/**
 * Objects that nothing refers to any more, remembered until they are really gone from the bucket.
 */
@NullMarked
package io.albumen.photo.disposal;

import org.jspecify.annotations.NullMarked;

/** What an original tells of itself: camera, place, tags, and when it was taken. */
@NullMarked
package io.albumen.photo.processing.metadata;

import org.jspecify.annotations.NullMarked;

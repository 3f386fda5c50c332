/**
 * The media engine's face in photo-service: an original in, renditions and what it tells of itself
 * out.
 */
@NullMarked
package io.albumen.photo.processing.engine;

import org.jspecify.annotations.NullMarked;

/** The media engine's face in photo-service: an original in, renditions and metadata out. */
@NullMarked
package io.albumen.photo.processing.engine;

import org.jspecify.annotations.NullMarked;

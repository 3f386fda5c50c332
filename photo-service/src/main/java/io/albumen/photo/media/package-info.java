/** What is in a library: photos, videos and sound, their state, metadata and content. */
@NullMarked
package io.albumen.photo.media;

import org.jspecify.annotations.NullMarked;

/** Live photos: a photo and the film its camera took with it, kept together as one item. */
@NullMarked
package io.albumen.photo.live;

import org.jspecify.annotations.NullMarked;

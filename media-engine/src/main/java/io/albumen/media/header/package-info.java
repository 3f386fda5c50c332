/**
 * Cuts the harmless part of a picture's metadata out of its file. The library that reads metadata
 * runs inside the service and believes lengths: a chunk may unfold to a thousand times its size or
 * claim gigabytes, so it is given small parts of known use only.
 */
@NullMarked
package io.albumen.media.header;

import org.jspecify.annotations.NullMarked;

/** What a file says of itself, and whether Albumen takes it, before a pixel of it is decoded. */
@NullMarked
package io.albumen.media.probe;

import org.jspecify.annotations.NullMarked;

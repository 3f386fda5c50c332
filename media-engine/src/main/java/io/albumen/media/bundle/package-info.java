/** The FFmpeg that travels inside this module, and how it gets onto a bare machine's disk. */
@NullMarked
package io.albumen.media.bundle;

import org.jspecify.annotations.NullMarked;

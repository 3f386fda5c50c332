/** Tests of the process itself. */
@NullMarked
package io.albumen.video.runtime;

import org.jspecify.annotations.NullMarked;

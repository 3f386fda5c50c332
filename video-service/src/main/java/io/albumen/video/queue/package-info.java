/** The command that asks some renderer for a film. */
@NullMarked
package io.albumen.video.queue;

import org.jspecify.annotations.NullMarked;

/** Tests of what follows from a film's state. */
@NullMarked
package io.albumen.video.lifecycle;

import org.jspecify.annotations.NullMarked;

/** Takes films off the queue, makes them under a lease, and stores them. */
@NullMarked
package io.albumen.video.rendering;

import org.jspecify.annotations.NullMarked;

/** The worker: fetches originals, has renditions made, and settles what became of each. */
@NullMarked
package io.albumen.photo.processing;

import org.jspecify.annotations.NullMarked;

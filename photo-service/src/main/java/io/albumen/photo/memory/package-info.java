/** What was taken on a day like this in earlier years. */
@NullMarked
package io.albumen.photo.memory;

import org.jspecify.annotations.NullMarked;

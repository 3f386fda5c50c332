/** Messages that commit with the change they tell of, and the relay that sends them on. */
@NullMarked
package io.albumen.photo.outbox;

import org.jspecify.annotations.NullMarked;

/** Requests that a client may send again without their happening twice. */
@NullMarked
package io.albumen.photo.idempotency;

import org.jspecify.annotations.NullMarked;

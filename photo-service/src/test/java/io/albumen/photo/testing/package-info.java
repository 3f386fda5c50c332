/** What photo-service's tests share: the stack, a client of the API, fakes. */
@NullMarked
package io.albumen.photo.testing;

import org.jspecify.annotations.NullMarked;

/** From a file's announcement to its place in the library, without a byte passing through here. */
@NullMarked
package io.albumen.photo.upload;

import org.jspecify.annotations.NullMarked;

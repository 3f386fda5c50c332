/** The tags of a library, and how much each of them finds. */
@NullMarked
package io.albumen.photo.tag;

import org.jspecify.annotations.NullMarked;

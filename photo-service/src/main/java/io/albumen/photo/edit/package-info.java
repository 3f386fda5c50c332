/** Changing by hand what a library says about its items, one or many at a time, and undoing it. */
@NullMarked
package io.albumen.photo.edit;

import org.jspecify.annotations.NullMarked;

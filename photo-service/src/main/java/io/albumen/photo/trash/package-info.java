/**
 * What was thrown away: out of sight at once, brought back on request, and after some weeks gone
 * for good, with every file that was ever made of it.
 */
@NullMarked
package io.albumen.photo.trash;

import org.jspecify.annotations.NullMarked;

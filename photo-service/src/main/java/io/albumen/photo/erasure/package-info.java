/**
 * What becomes of a deleted account: its rows and objects go in small steps, each of which may be
 * cut off and done again, until nothing is left and nothing more can arrive.
 */
@NullMarked
package io.albumen.photo.erasure;

import org.jspecify.annotations.NullMarked;

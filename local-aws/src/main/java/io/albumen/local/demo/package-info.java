/** A demo account with a small generated library, made through the public API as a person would. */
@NullMarked
package io.albumen.local.demo;

import org.jspecify.annotations.NullMarked;

/** Tests of what is written to people. */
@NullMarked
package io.albumen.notification.letter;

import org.jspecify.annotations.NullMarked;

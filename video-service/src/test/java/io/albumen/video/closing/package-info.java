/** Tests of what becomes of the films of people who are suspended or gone. */
@NullMarked
package io.albumen.video.closing;

import org.jspecify.annotations.NullMarked;

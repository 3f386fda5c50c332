/** Tests of what each event leads to. */
@NullMarked
package io.albumen.video.intake;

import org.jspecify.annotations.NullMarked;

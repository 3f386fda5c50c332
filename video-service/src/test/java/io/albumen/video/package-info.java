/** Tests of the service as a whole. */
@NullMarked
package io.albumen.video;

import org.jspecify.annotations.NullMarked;

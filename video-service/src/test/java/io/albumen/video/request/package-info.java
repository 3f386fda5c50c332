/** Tests of what people may do with films. */
@NullMarked
package io.albumen.video.request;

import org.jspecify.annotations.NullMarked;

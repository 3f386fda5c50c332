/** Tests of what photo-service lends out. */
@NullMarked
package io.albumen.video.source;

import org.jspecify.annotations.NullMarked;

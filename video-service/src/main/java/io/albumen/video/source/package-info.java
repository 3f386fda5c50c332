/** Photos and sound as photo-service lends them out, authorised anew at every call. */
@NullMarked
package io.albumen.video.source;

import org.jspecify.annotations.NullMarked;

/** What people may do with films: ask for one, follow it, watch it, have it again or gone. */
@NullMarked
package io.albumen.video.request;

import org.jspecify.annotations.NullMarked;

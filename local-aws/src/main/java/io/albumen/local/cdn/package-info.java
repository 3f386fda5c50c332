/** Serves the media bucket under CloudFront's signed-URL rules. */
@NullMarked
package io.albumen.local.cdn;

import org.jspecify.annotations.NullMarked;

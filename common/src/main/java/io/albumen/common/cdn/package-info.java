/** Signed URLs under which CloudFront, or its local stand-in, hands out media. */
@NullMarked
package io.albumen.common.cdn;

import org.jspecify.annotations.NullMarked;

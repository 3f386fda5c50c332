/** Tests of signed URLs. */
@NullMarked
package io.albumen.common.cdn;

import org.jspecify.annotations.NullMarked;

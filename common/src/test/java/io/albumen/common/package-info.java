/** Tests of the wire conventions. */
@NullMarked
package io.albumen.common;

import org.jspecify.annotations.NullMarked;

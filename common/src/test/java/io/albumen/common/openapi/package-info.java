/** Tests of what every contract says alike. */
@NullMarked
package io.albumen.common.openapi;

import org.jspecify.annotations.NullMarked;

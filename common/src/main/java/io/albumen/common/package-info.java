/** Wire conventions every service shares. No feature words, no dependency on any service. */
@NullMarked
package io.albumen.common;

import org.jspecify.annotations.NullMarked;

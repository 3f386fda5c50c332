/** The edge: everything a browser reaches passes here. */
@NullMarked
package io.albumen.gateway;

import org.jspecify.annotations.NullMarked;

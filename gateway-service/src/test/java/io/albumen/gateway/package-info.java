/** Proof of what the edge lets through and what it does not. */
@NullMarked
package io.albumen.gateway;

import org.jspecify.annotations.NullMarked;

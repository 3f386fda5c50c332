/** What the parts that we wrote ourselves have in common: a store and a server. */
@NullMarked
package io.albumen.local.face;

import org.jspecify.annotations.NullMarked;

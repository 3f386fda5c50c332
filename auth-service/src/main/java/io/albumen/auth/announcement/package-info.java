/** What the rest of the fleet is told about accounts, over the bus. */
@NullMarked
package io.albumen.auth.announcement;

import org.jspecify.annotations.NullMarked;

/** How often somebody may call: per address, per person, and less often where guessing pays. */
@NullMarked
package io.albumen.gateway.limit;

import org.jspecify.annotations.NullMarked;

/** The operations that arrange buses, rules and targets. */
@NullMarked
package io.albumen.local.events.rules;

import org.jspecify.annotations.NullMarked;

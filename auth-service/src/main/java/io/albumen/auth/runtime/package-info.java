/** Process-wide beans: AWS clients, their settings, readiness. No rules of the business. */
@NullMarked
package io.albumen.auth.runtime;

import org.jspecify.annotations.NullMarked;

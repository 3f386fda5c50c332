/** The gateway's own failures, in the form every service answers them. */
@NullMarked
package io.albumen.gateway.problem;

import org.jspecify.annotations.NullMarked;

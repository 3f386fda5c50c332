/** Starts the stack for the services' tests. Needs no class of the stack itself. */
@NullMarked
package io.albumen.local.testing;

import org.jspecify.annotations.NullMarked;

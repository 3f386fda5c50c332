/** What an operator does from a terminal, with the service's own jar and settings. */
@NullMarked
package io.albumen.auth.command;

import org.jspecify.annotations.NullMarked;

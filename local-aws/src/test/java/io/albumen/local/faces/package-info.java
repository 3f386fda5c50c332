/** A way for contract tests to run single parts without the launcher. */
@NullMarked
package io.albumen.local.faces;

import org.jspecify.annotations.NullMarked;

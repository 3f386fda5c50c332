/** What the tests of every service share. */
@NullMarked
package io.albumen.common.testing;

import org.jspecify.annotations.NullMarked;

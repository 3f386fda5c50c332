/** What holds for the service as a whole, and what the tests of its features share. */
@NullMarked
package io.albumen.auth;

import org.jspecify.annotations.NullMarked;

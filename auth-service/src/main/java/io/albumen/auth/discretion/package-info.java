/** What answers must not tell: who has an account, in words or in time. */
@NullMarked
package io.albumen.auth.discretion;

import org.jspecify.annotations.NullMarked;

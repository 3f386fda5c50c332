/** The second factor: the codes of an authenticator app (RFC 6238). */
@NullMarked
package io.albumen.auth.mfa;

import org.jspecify.annotations.NullMarked;

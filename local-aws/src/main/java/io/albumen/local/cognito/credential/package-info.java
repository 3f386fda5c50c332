/** What proves who somebody is, and what a guesser runs into: passwords, TOTP, lock-outs. */
@NullMarked
package io.albumen.local.cognito.credential;

import org.jspecify.annotations.NullMarked;

/** The rules of a user pool, free of protocol: users, codes, passwords, sessions, tokens. */
@NullMarked
package io.albumen.local.cognito.pool;

import org.jspecify.annotations.NullMarked;

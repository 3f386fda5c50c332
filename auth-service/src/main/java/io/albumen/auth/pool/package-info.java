/**
 * The user pool, which alone knows passwords and codes. Everything the service asks of Cognito goes
 * through {@link io.albumen.auth.pool.UserPool}; nothing else of Cognito shows outside.
 */
@NullMarked
package io.albumen.auth.pool;

import org.jspecify.annotations.NullMarked;

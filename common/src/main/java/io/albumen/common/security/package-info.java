/**
 * Who calls: people by their Cognito access token, services by a short-lived token of their own.
 */
@NullMarked
package io.albumen.common.security;

import org.jspecify.annotations.NullMarked;

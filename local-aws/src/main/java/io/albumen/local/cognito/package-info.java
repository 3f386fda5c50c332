/** The Cognito user-pool API, in AWS's JSON 1.1 protocol. */
@NullMarked
package io.albumen.local.cognito;

import org.jspecify.annotations.NullMarked;

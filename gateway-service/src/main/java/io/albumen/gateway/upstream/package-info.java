/**
 * The services behind the gateway: their replicas, which of them are well, and what may be retried.
 */
@NullMarked
package io.albumen.gateway.upstream;

import org.jspecify.annotations.NullMarked;

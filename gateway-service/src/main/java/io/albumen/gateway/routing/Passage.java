package io.albumen.gateway.routing;

import io.albumen.gateway.problem.Problems;
import io.vertx.core.Vertx;

/**
 * What all exchanges share.
 *
 * @param maxBody bytes
 * @param retries of one call
 */
record Passage(
    Vertx vertx,
    Upstreams upstreams,
    HeaderHygiene headers,
    Problems problems,
    long maxBody,
    int retries) {}

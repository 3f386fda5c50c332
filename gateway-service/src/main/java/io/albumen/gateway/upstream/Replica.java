package io.albumen.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * One address of a service, with its circuit breaker: after so many failures in a row it is left
 * alone for a rest, then one call tries it. Used from all event loops; a healthy replica costs one
 * volatile read.
 */
public final class Replica {
  private static final int MAX_DOUBLINGS = 5;
  private final URI address;
  private final int threshold;
  private final long restNanos;
  private volatile boolean ready = true;
  private volatile boolean troubled;
  private int failures;
  private long failedAt;
  private boolean trying;

  Replica(URI address, UpstreamConfig.Breaker config) {
    this.address = address;
    this.threshold = config.failures();
    this.restNanos = config.rest().toNanos();
  }

  /** A request to here; everything else of it is still to be set. */
  public RequestOptions options() {
    var ssl = "https".equals(address.getScheme());
    var port = address.getPort() > 0 ? address.getPort() : ssl ? 443 : 80;
    return new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(ssl);
  }

  public void ready(boolean answer) {
    ready = answer;
  }

  /** Ready, and without a failure within the last rest: where there is a choice, others wait. */
  boolean isWell(long now) {
    return ready && (!troubled || rested(now));
  }

  private synchronized boolean rested(long now) {
    return now - failedAt >= restNanos;
  }

  /** Whether a call may go here; each admitted one must be told how it went. */
  boolean admits(long now) {
    return !troubled || admitsInTrouble(now);
  }

  private synchronized boolean admitsInTrouble(long now) {
    if (failures < threshold) {
      return true;
    }
    var doublings = Math.min(failures - threshold, MAX_DOUBLINGS);
    if (trying || now - failedAt < restNanos << doublings) {
      return false;
    }
    trying = true;
    return true;
  }

  public void succeeded() {
    if (troubled) {
      recover();
    }
  }

  private synchronized void recover() {
    troubled = false;
    trying = false;
    failures = 0;
  }

  public synchronized void failed(long now) {
    troubled = true;
    trying = false;
    failures++;
    failedAt = now;
  }

  /** Nobody knows how the call would have gone: its client went away. */
  public void abandoned() {
    if (troubled) {
      stopTrying();
    }
  }

  private synchronized void stopTrying() {
    trying = false;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}

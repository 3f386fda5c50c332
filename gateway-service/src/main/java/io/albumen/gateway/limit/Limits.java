package io.albumen.gateway.limit;

import io.albumen.common.UserId;
import io.albumen.gateway.headers.ClientOrigin;
import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a call may go on. Asked twice: by address before the token is looked at, so that
 * looking costs no more than the limit allows; by person when the token is known to be good. Never
 * blocks.
 */
@Singleton
public class Limits {
  private final ClientOrigin origin;
  private final Problems problems;
  private final LimitedRoutes routes;
  private final Buckets buckets;
  private final Rate perAddress;
  private final Rate perUser;

  Limits(LimitConfig config, ClientOrigin origin, Problems problems) {
    this.origin = origin;
    this.problems = problems;
    this.routes = new LimitedRoutes(config.routes());
    this.buckets = new Buckets(config.buckets(), System::nanoTime);
    this.perAddress =
        new Rate("address", config.perAddress().permits(), config.perAddress().window());
    this.perUser = new Rate("user", config.perUser().permits(), config.perUser().window());
  }

  /**
   * Counts a call from its address.
   *
   * @return false when it was one too many, and answered
   */
  public boolean admitsAddress(HttpServerRequest request) {
    var subject = Subject.ofAddress(origin.address(request));
    var route = routes.find(request.method(), request.path());
    return admits(request, subject, perAddress, route.perAddress());
  }

  /**
   * Counts a call of a person.
   *
   * @return false when it was one too many, and answered
   */
  public boolean admitsUser(HttpServerRequest request, UserId user) {
    var route = routes.find(request.method(), request.path());
    return admits(request, Subject.of(user), perUser, route.perUser());
  }

  private boolean admits(
      HttpServerRequest request, Subject subject, Rate general, @Nullable Rate own) {
    var draw = buckets.draw(general, subject);
    if (!draw.admitted()) {
      return refuse(request, general, draw);
    }
    return own == null || admits(request, subject, own);
  }

  private boolean admits(HttpServerRequest request, Subject subject, Rate rate) {
    var draw = buckets.draw(rate, subject);
    if (!draw.admitted()) {
      return refuse(request, rate, draw);
    }
    RateLimitFields.tell(request.response().headers(), rate, draw);
    return true;
  }

  private boolean refuse(HttpServerRequest request, Rate rate, Buckets.Draw draw) {
    var headers = request.response().headers();
    RateLimitFields.tell(headers, rate, draw);
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(RateLimitFields.seconds(draw.untilNext())));
    problems.answer(Failure.RATE_LIMITED, request);
    return false;
  }
}

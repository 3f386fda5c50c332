package io.albumen.auth.runtime;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.ProblemMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS cannot do just now may be tried again; what it refuses is a bug of ours. */
final class AwsFailures {
  private static final Logger LOG = Logger.getLogger(AwsFailures.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ProblemMapper problems = new ProblemMapper();

  /** The same code as for a pool out of reach: callers need not know what is kept where. */
  private static final class Unavailable extends DomainException {
    Unavailable() {
      super(
          ErrorKind.UNAVAILABLE,
          "accounts-unavailable",
          "Accounts cannot be reached right now. Try again in a moment.",
          List.of(),
          SOON);
    }
  }

  @ServerExceptionMapper({SdkException.class, SdkClientException.class, AwsServiceException.class})
  public Response answer(SdkException e, ContainerRequestContext request) {
    if (isPassing(e)) {
      LOG.warnf("aws unavailable reason=%s", e.getMessage());
      return problems.domain(new Unavailable(), request);
    }
    return problems.internal(e, request);
  }

  private static boolean isPassing(SdkException e) {
    return switch (e) {
      case AwsServiceException service ->
          service.isThrottlingException() || service.statusCode() >= 500;
      default -> e instanceof SdkClientException;
    };
  }
}

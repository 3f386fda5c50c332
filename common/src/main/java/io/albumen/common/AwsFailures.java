package io.albumen.common;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What AWS cannot do just now may be tried again; what it refuses is a bug of ours. Only in
 * services that have the SDK and say so by {@code albumen.problems.aws}.
 */
@IfBuildProperty(name = "albumen.problems.aws", stringValue = "true")
public final class AwsFailures {
  private static final Logger LOG = Logger.getLogger(AwsFailures.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ProblemMapper problems = new ProblemMapper();
  private final ProblemConfig config;

  AwsFailures(ProblemConfig config) {
    this.config = config;
  }

  private static final class Unavailable extends DomainException {
    Unavailable(String code) {
      super(
          ErrorKind.UNAVAILABLE,
          code,
          "This cannot be done right now. Try again in a moment.",
          List.of(),
          SOON);
    }
  }

  /** The subclasses are named too: the most specific mapper wins. */
  @ServerExceptionMapper({SdkException.class, SdkClientException.class, AwsServiceException.class})
  public Response answer(SdkException e, ContainerRequestContext request) {
    if (isPassing(e)) {
      LOG.warnf("aws unavailable reason=%s", e.getMessage());
      return problems.domain(new Unavailable(config.unavailable()), request);
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

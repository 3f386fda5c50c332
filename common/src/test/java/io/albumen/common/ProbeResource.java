package io.albumen.common;

import io.albumen.common.security.Caller;
import io.albumen.common.security.ServiceCall;
import io.albumen.common.security.ServiceCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** One endpoint for each way to fail. */
@Path("/probe")
@RunOnVirtualThread
public class ProbeResource {
  private final Caller caller;
  private final ServiceCaller serviceCaller;

  ProbeResource(Caller caller, ServiceCaller serviceCaller) {
    this.caller = caller;
    this.serviceCaller = serviceCaller;
  }

  enum Shade {
    LIGHT,
    DARK
  }

  record Print(@NotBlank String title, int copies, Shade shade, Instant madeAt) {}

  record Order(@NotNull @Size(max = 2) List<@Valid Print> prints) {}

  static final class Busy extends DomainException {
    Busy() {
      super(ErrorKind.RATE_LIMITED, "busy", "Too busy.", List.of(), Duration.ofSeconds(7));
    }
  }

  @GET
  @Path("/me")
  @Authenticated
  public String me() {
    return caller.userId().toString();
  }

  @GET
  @Path("/admin")
  @RolesAllowed("admin")
  public String admin() {
    return "admin";
  }

  @POST
  @Path("/orders")
  @PermitAll
  @Consumes("application/json")
  public Order order(@NotNull @Valid Order order) {
    return order;
  }

  @GET
  @Path("/items/{id}")
  @PermitAll
  public String item(@RestPath UUID id) {
    return id.toString();
  }

  @GET
  @Path("/bug")
  @PermitAll
  public String bug() {
    throw new IllegalStateException("jdbc:postgresql://db/secret");
  }

  @GET
  @Path("/busy")
  @PermitAll
  public String busy() {
    throw new Busy();
  }

  @GET
  @Path("/aws/{status}")
  @PermitAll
  public String aws(@RestPath int status) {
    throw status == 0
        ? SdkClientException.create("no route to dynamodb.internal")
        : AwsServiceException.builder().message("table videos").statusCode(status).build();
  }

  @GET
  @Path("/internal")
  @PermitAll
  @ServiceCall(from = "video-service")
  public String internal() {
    return serviceCaller.service() + " for " + serviceCaller.userId();
  }
}

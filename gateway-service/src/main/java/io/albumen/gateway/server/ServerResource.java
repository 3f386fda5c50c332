package io.albumen.gateway.server;

import io.albumen.gateway.limit.LimitConfig;
import io.albumen.gateway.routing.RoutingConfig;
import io.albumen.gateway.server.ServerConfig.CharacterKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/server")
@PermitAll
@Tag(name = "server")
class ServerResource {
  private final ServerConfig config;
  private final RoutingConfig routing;
  private final LimitConfig limits;

  ServerResource(ServerConfig config, RoutingConfig routing, LimitConfig limits) {
    this.config = config;
    this.routing = routing;
    this.limits = limits;
  }

  record ServerInfo(
      @Schema(required = true) String version,
      @Schema(required = true) List<String> features,
      @Schema(required = true) Limits limits,
      @Schema(required = true) PasswordRules password,
      @Schema(required = true, description = "How often one may call") List<Rate> rates,
      @Schema(required = true) List<String> mediaTypes) {}

  record Limits(
      @Schema(required = true, description = "Of a request; media go to the store") long bodyBytes,
      @Schema(required = true) int uploadBatch,
      @Schema(required = true) long multipartAboveBytes,
      @Schema(required = true, description = "Of one file") long uploadMaxBytes,
      @Schema(required = true) int bulkIds,
      @Schema(required = true) int filmPhotosMin,
      @Schema(required = true) int filmPhotosMax) {}

  record PasswordRules(
      @Schema(required = true) int minLength,
      @Schema(required = true, description = "One of each at least") List<CharacterKind> needs) {}

  record Rate(
      @Schema(required = true, description = "As in the RateLimit fields, less who is counted")
          String name,
      @Schema(required = true) int permits,
      @Schema(required = true) long windowSeconds) {
    static Rate of(String name, int permits, Duration window) {
      return new Rate(name, permits, window.toSeconds());
    }
  }

  @GET
  @Path("/info")
  @Operation(
      operationId = "getServerInfo",
      summary = "Tell what this server can do, and within which limits")
  public ServerInfo info() {
    return new ServerInfo(
        config.version(),
        config.features(),
        new Limits(
            routing.maxBody().asLongValue(),
            config.uploadBatch(),
            config.multipartAbove().asLongValue(),
            config.uploadMax().asLongValue(),
            config.bulkIds(),
            config.filmPhotosMin(),
            config.filmPhotosMax()),
        new PasswordRules(config.passwordMin(), config.passwordNeeds()),
        rates(),
        config.mediaTypes());
  }

  private List<Rate> rates() {
    var rates = new ArrayList<Rate>();
    var address = limits.perAddress();
    var user = limits.perUser();
    rates.add(Rate.of("address", address.permits(), address.window()));
    rates.add(Rate.of("user", user.permits(), user.window()));
    limits.routes().entrySet().stream()
        .map(
            route -> Rate.of(route.getKey(), route.getValue().permits(), route.getValue().window()))
        .sorted(Comparator.comparing(Rate::name))
        .forEach(rates::add);
    return List.copyOf(rates);
  }
}

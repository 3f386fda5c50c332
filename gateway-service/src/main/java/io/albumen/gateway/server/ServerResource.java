package io.albumen.gateway.server;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/api/v1/server")
@PermitAll
class ServerResource {
  private final ServerConfig config;

  ServerResource(ServerConfig config) {
    this.config = config;
  }

  record ServerInfo(
      @Schema(required = true) String version,
      @Schema(required = true) List<String> features,
      @Schema(required = true) Limits limits,
      @Schema(required = true) List<String> mediaTypes) {}

  record Limits(
      @Schema(required = true) int uploadBatch,
      @Schema(required = true) long multipartAboveBytes,
      @Schema(required = true) int bulkIds,
      @Schema(required = true) int filmPhotosMin,
      @Schema(required = true) int filmPhotosMax) {}

  @GET
  @Path("/info")
  public ServerInfo info() {
    return new ServerInfo(
        config.version(),
        config.features(),
        new Limits(
            config.uploadBatch(),
            config.multipartAbove().asLongValue(),
            config.bulkIds(),
            config.filmPhotosMin(),
            config.filmPhotosMax()),
        config.mediaTypes());
  }
}

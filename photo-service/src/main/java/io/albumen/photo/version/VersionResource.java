package io.albumen.photo.version;

import io.albumen.common.security.Caller;
import io.albumen.photo.content.MediaView;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaVersions.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/media/{id}/versions")
@Authenticated
@RunOnVirtualThread
@Tag(name = "media")
class VersionResource {
  private final VersionService versions;
  private final Caller caller;

  VersionResource(VersionService versions, Caller caller) {
    this.versions = versions;
    this.caller = caller;
  }

  @Schema(name = "VersionList")
  record VersionList(@Schema(required = true) List<VersionView> items) {}

  @Schema(name = "Version")
  record VersionView(
      @Schema(required = true) int version,
      @Schema(required = true) String name,
      @Schema(required = true) String contentType,
      @Schema(required = true) long sizeBytes,
      @Schema(required = true) String sha256,
      @Schema(required = true) Instant createdAt,
      @Schema(required = true) boolean current,
      @Schema(required = true, description = "Becomes current once it is processed")
          boolean pending) {
    static VersionView of(Version version) {
      var original = version.original();
      return new VersionView(
          version.number(),
          original.name().value(),
          original.contentType(),
          original.sizeBytes(),
          original.sha256(),
          version.createdAt(),
          version.isCurrent(),
          version.isPending());
    }
  }

  @GET
  @Operation(operationId = "listVersions", summary = "The originals of an item, latest first")
  public VersionList list(@RestPath MediaId id) {
    return new VersionList(
        versions.list(caller.userId(), id).stream().map(VersionView::of).toList());
  }

  @POST
  @Path("/{number}/restore")
  @Operation(
      operationId = "restoreVersion",
      summary = "Makes an earlier original the newest version; the item changes once processed")
  public MediaView restore(@RestPath MediaId id, @RestPath int number) {
    var files = versions.restore(caller.userId(), id, number);
    return MediaView.of(files.item(), files.renditions());
  }
}

package io.albumen.photo.upload;

import io.albumen.common.security.Caller;
import io.albumen.photo.upload.PartsService.PartUrl;
import io.albumen.photo.upload.PartsService.Wanted;
import io.albumen.photo.upload.announcement.UploadId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/uploads/{id}/parts")
@Authenticated
@RunOnVirtualThread
@Tag(name = "uploads")
class PartsResource {
  private final PartsService parts;
  private final Caller caller;

  PartsResource(PartsService parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @Schema(name = "PresignParts")
  record PresignParts(
      @Schema(required = true) @NotNull @Size(min = 1, max = 100)
          List<@Valid @NotNull WantedPart> parts) {}

  @Schema(name = "WantedPart")
  record WantedPart(
      @Schema(required = true, description = "From 1") @NotNull Integer number,
      @Schema(required = true, description = "Of this part; lowercase hexadecimal") @NotNull
          String sha256) {}

  @Schema(name = "PresignedParts")
  record PresignedParts(
      @Schema(required = true) Instant expiresAt,
      @Schema(required = true) List<PartUrlView> parts) {}

  @Schema(name = "PartUrl")
  record PartUrlView(
      @Schema(required = true) int number,
      @Schema(required = true) String url,
      @Schema(
              required = true,
              description = "To be sent exactly so; Content-Length and Host go by themselves")
          Map<String, String> headers) {
    static PartUrlView of(PartUrl part) {
      return new PartUrlView(part.number(), part.put().url(), part.put().headers());
    }
  }

  @POST
  @Operation(
      operationId = "presignParts",
      summary = "URLs for up to 100 parts, each of which takes exactly that part")
  public PresignedParts presign(@RestPath UploadId id, @Valid @NotNull PresignParts request) {
    var wanted =
        request.parts().stream().map(part -> new Wanted(part.number(), part.sha256())).toList();
    var presigned = parts.presign(caller.userId(), id, wanted);
    return new PresignedParts(
        presigned.upload().expiresAt(), presigned.urls().stream().map(PartUrlView::of).toList());
  }
}

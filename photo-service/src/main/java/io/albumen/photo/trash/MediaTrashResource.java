package io.albumen.photo.trash;

import io.albumen.common.security.Caller;
import io.albumen.photo.content.ItemResult;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/media")
@Authenticated
@RunOnVirtualThread
@Tag(name = "trash")
class MediaTrashResource {
  private final TrashService trash;
  private final Caller caller;

  MediaTrashResource(TrashService trash, Caller caller) {
    this.trash = trash;
    this.caller = caller;
  }

  @Schema(name = "MediaToTrash")
  record MediaToTrash(
      @Schema(required = true) @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids) {}

  @Schema(name = "TrashedMedia")
  record TrashedMedia(@Schema(required = true) List<ItemResult> results) {}

  @DELETE
  @Operation(
      operationId = "trashMedia",
      summary = "Throws items away; they can be brought back for some weeks")
  @RequestBody(required = true)
  public TrashedMedia trash(@Valid @NotNull MediaToTrash request) {
    var ids = request.ids().stream().distinct().toList();
    return new TrashedMedia(ItemResult.of(trash.throwAway(caller.userId(), ids)));
  }
}

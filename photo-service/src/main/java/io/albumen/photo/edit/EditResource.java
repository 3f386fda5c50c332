package io.albumen.photo.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.common.security.Caller;
import io.albumen.photo.content.ItemResult;
import io.albumen.photo.content.MediaView;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaReader;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/media")
@Authenticated
@RunOnVirtualThread
@Tag(name = "media")
class EditResource {
  private static final String EDIT = "Albumen-Edit";
  private final EditService edits;
  private final MediaReader media;
  private final Caller caller;

  EditResource(EditService edits, MediaReader media, Caller caller) {
    this.edits = edits;
    this.media = media;
    this.caller = caller;
  }

  @Schema(name = "EditMedia")
  record EditMedia(
      @Schema(required = true) @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids,
      @Schema(required = true, implementation = PatchSchemas.MediaChanges.class) @NotNull
          JsonNode changes) {}

  @Schema(name = "EditedMedia")
  record EditedMedia(
      @Schema(required = true, description = "To undo it by") UUID editId,
      @Schema(required = true) List<ItemResult> results) {}

  @Schema(name = "UndoneEdit")
  record UndoneEdit(@Schema(required = true) List<ItemResult> results) {}

  @PATCH
  @Path("/{id}")
  @Operation(
      operationId = "patchMedia",
      summary = "Changes an item by JSON Merge Patch: what is absent stays, null clears")
  @APIResponse(
      responseCode = "200",
      description = "The item as it is now",
      headers =
          @Header(
              name = EDIT,
              description = "Id of the edit, to undo it by",
              schema = @Schema(implementation = UUID.class)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MediaView.class)))
  public RestResponse<MediaView> patch(
      @RestPath MediaId id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = PatchSchemas.MediaPatch.class)))
          @NotNull
          JsonNode request) {
    var edited = edits.edit(caller.userId(), List.of(id.value()), PatchReader.ofOne(request));
    var refusal = edited.outcomes().getFirst().refusal();
    if (refusal != null) {
      throw refusal;
    }
    var files = media.get(caller.userId(), id);
    return RestResponse.ResponseBuilder.ok(MediaView.of(files.item(), files.renditions()))
        .header(EDIT, edited.editId())
        .build();
  }

  @PATCH
  @Operation(
      operationId = "patchManyMedia",
      summary = "Changes up to 500 items alike; one that can't be changed harms no other")
  public EditedMedia patchMany(@Valid @NotNull EditMedia request) {
    var ids = request.ids().stream().distinct().toList();
    var edited = edits.edit(caller.userId(), ids, PatchReader.ofMany(request.changes()));
    return new EditedMedia(edited.editId(), ItemResult.of(edited.outcomes()));
  }

  @POST
  @Path("/edits/{editId}/undo")
  @Operation(
      operationId = "undoEdit",
      summary = "Undoes an edit of the last hour, once; items changed since stay as they are")
  public UndoneEdit undo(@RestPath UUID editId) {
    return new UndoneEdit(ItemResult.of(edits.undo(caller.userId(), editId)));
  }
}

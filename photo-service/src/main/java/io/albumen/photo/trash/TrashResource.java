package io.albumen.photo.trash;

import io.albumen.common.security.Caller;
import io.albumen.photo.content.ItemResult;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/trash")
@Authenticated
@RunOnVirtualThread
@Tag(name = "trash")
class TrashResource {
  private final TrashService trash;
  private final Caller caller;

  TrashResource(TrashService trash, Caller caller) {
    this.trash = trash;
    this.caller = caller;
  }

  /** Either {@code ids} or {@code all}. */
  @Schema(name = "TrashSelection")
  record Selection(
      @Size(min = 1, max = 500) @Nullable List<@NotNull UUID> ids,
      @Schema(description = "true: everything in the trash") @Nullable Boolean all) {

    boolean isAll() {
      var wantsAll = Boolean.TRUE.equals(all);
      if (wantsAll == (ids != null)) {
        throw new TrashException.WhichOnes();
      }
      return wantsAll;
    }

    List<UUID> distinct() {
      return ids == null ? List.of() : ids.stream().distinct().toList();
    }
  }

  /** {@code results} for ids, {@code restored} for all. */
  @Schema(name = "RestoredFromTrash")
  record Restored(
      @Nullable List<ItemResult> results,
      @Schema(description = "How many came back") @Nullable Long restored) {}

  /** {@code results} for ids, {@code purging} for all. */
  @Schema(name = "PurgedFromTrash")
  record Purged(
      @Nullable List<ItemResult> results,
      @Schema(description = "How many are going") @Nullable Long purging) {}

  @GET
  @Operation(operationId = "listTrash", summary = "What was thrown away, latest first, as columns")
  public TrashColumns list(
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("200") @Min(1) @Max(1000) int limit) {
    return TrashColumns.of(trash.list(caller.userId(), cursor, limit));
  }

  @POST
  @Path("/restore")
  @Operation(operationId = "restoreFromTrash", summary = "Brings items back to where they were")
  public Restored restore(@Valid @NotNull Selection selection) {
    return selection.isAll()
        ? new Restored(null, trash.restoreAll(caller.userId()))
        : new Restored(ItemResult.of(trash.restore(caller.userId(), selection.distinct())), null);
  }

  @DELETE
  @ResponseStatus(202)
  @Operation(
      operationId = "purgeTrash",
      summary = "Ends items in the trash for good, with all their files, soon after")
  @RequestBody(required = true)
  @APIResponse(
      responseCode = "202",
      description = "They are going, and can't be brought back",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Purged.class)))
  public Purged purge(@Valid @NotNull Selection selection) {
    return selection.isAll()
        ? new Purged(null, trash.purgeAll(caller.userId()))
        : new Purged(ItemResult.of(trash.purge(caller.userId(), selection.distinct())), null);
  }
}

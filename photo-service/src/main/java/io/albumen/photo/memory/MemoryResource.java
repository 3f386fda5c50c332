package io.albumen.photo.memory;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.security.Caller;
import io.albumen.photo.timeline.TileColumns;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/memories")
@Authenticated
@RunOnVirtualThread
@Tag(name = "search")
class MemoryResource {
  private final MemoryService memories;
  private final Caller caller;

  MemoryResource(MemoryService memories, Caller caller) {
    this.memories = memories;
    this.caller = caller;
  }

  @Schema(name = "Memory")
  record MemoryView(
      @Schema(required = true) int year,
      @Schema(required = true, description = "How many items that day has") long count,
      @Schema(required = true, description = "Up to 20 of them, latest first") TileColumns media) {}

  @Schema(name = "Memories")
  record MemoryList(
      @Schema(required = true) List<MemoryView> items,
      @Schema(
              required = true,
              description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
          SignedPrefix renditions) {}

  @GET
  @Operation(
      operationId = "listMemories",
      summary = "What was taken on this day in earlier years, latest year first")
  public MemoryList list(
      @Parameter(required = true, description = "yyyy-mm-dd; where the caller is, as a rule today")
          @RestQuery
          @NotNull
          @Nullable String on) {
    var found = memories.of(caller.userId(), day(on));
    return new MemoryList(
        found.memories().stream()
            .map(
                memory ->
                    new MemoryView(memory.year(), memory.count(), new TileColumns(memory.tiles())))
            .toList(),
        found.renditions());
  }

  private static LocalDate day(@Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      throw new MemoryException.NoSuchDay();
    }
  }
}

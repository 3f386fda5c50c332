package io.albumen.photo.tag;

import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/tags")
@Authenticated
@RunOnVirtualThread
@Tag(name = "media")
class TagResource {
  private final TagService tags;
  private final Caller caller;

  TagResource(TagService tags, Caller caller) {
    this.tags = tags;
    this.caller = caller;
  }

  @Schema(name = "TagView")
  record TagView(
      @Schema(required = true) String name,
      @Schema(required = true, description = "How many items have it") long count) {}

  @Schema(name = "TagList")
  record TagList(@Schema(required = true) List<TagView> items) {}

  @GET
  @Operation(operationId = "listTags", summary = "The library's tags, by name")
  public TagList list() {
    return new TagList(
        tags.findAll(caller.userId()).stream()
            .map(tag -> new TagView(tag.name(), tag.count()))
            .toList());
  }
}

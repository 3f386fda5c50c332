package io.albumen.photo.timeline;

import io.albumen.media.MediaFormat;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a caller narrows a view of the library by. */
public record Filters(
    @Parameter(description = "true for favourites alone") @RestQuery @DefaultValue("false")
        boolean favorite,
    @Parameter(description = "true for the archive alone; else nothing of it")
        @RestQuery
        @DefaultValue("false")
        boolean archived,
    @RestQuery MediaFormat.@Nullable Kind kind,
    @RestQuery @Size(max = 64) @Nullable String tag) {

  public Criteria criteria() {
    return Criteria.of(archived, favorite, kind, tag);
  }
}

package io.albumen.photo.search;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.security.Caller;
import io.albumen.photo.timeline.Box;
import io.albumen.photo.timeline.Filters;
import io.albumen.photo.timeline.Tile;
import io.albumen.photo.timeline.TileColumns;
import io.albumen.photo.timeline.Tiles;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

@Path("/api/v1/search")
@Authenticated
@RunOnVirtualThread
@Tag(name = "search")
class SearchResource {
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private final SearchService search;
  private final Caller caller;

  SearchResource(SearchService search, Caller caller) {
    this.search = search;
    this.caller = caller;
  }

  /** Part of what was found, latest first. */
  @Schema(name = "SearchPage")
  static final class PageView extends TileColumns {
    @Schema(required = true, description = "yyyy-mm, the month each belongs to")
    public final List<String> bucket;

    @Schema(
        required = true,
        description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
    public final SignedPrefix renditions;

    public final @Nullable String nextCursor;

    private PageView(Tiles.Slice slice) {
      super(slice.tiles());
      this.bucket = column(slice.tiles(), Tile::bucket);
      this.renditions = slice.renditions();
      this.nextCursor = slice.nextCursor();
    }
  }

  @Schema(name = "SearchSuggestion")
  record SuggestionView(
      @Schema(required = true) Suggestion.Type type,
      @Schema(required = true) String value,
      @Schema(required = true, description = "How many items it finds") long count) {}

  @Schema(name = "SearchSuggestions")
  record SuggestionList(@Schema(required = true) List<SuggestionView> items) {}

  @GET
  @Operation(
      operationId = "search",
      summary = "Items that meet every criterion, latest first; case and accents don't matter")
  public PageView search(
      @Parameter(
              description =
                  "Words of title, description, tags, camera, place or file name; the last one may"
                      + " be the beginning of one")
          @RestQuery
          @Size(max = 200)
          @Nullable String q,
      @Parameter(description = "First local day, yyyy-mm-dd")
          @RestQuery
          @Pattern(regexp = DAY, message = "must be yyyy-mm-dd")
          @Nullable String from,
      @Parameter(description = "Last local day, yyyy-mm-dd")
          @RestQuery
          @Pattern(regexp = DAY, message = "must be yyyy-mm-dd")
          @Nullable String to,
      @Parameter(description = "City, region or country") @RestQuery @Size(max = 200)
          @Nullable String place,
      @RestQuery @Size(max = 200) @Nullable String camera,
      @Parameter(
              description =
                  "west,south,east,north in degrees, as those of a marker on the map; west beyond"
                      + " east crosses the date line")
          @RestQuery
          @Size(max = 200)
          @Nullable String bbox,
      @BeanParam @Valid Filters filters,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
    var criteria = filters.criteria().and('p', place).and('c', camera).andWords(q);
    var query = new Tiles.Query(criteria, day("from", from), day("to", to), box(bbox));
    return new PageView(search.search(caller.userId(), query, cursor, limit));
  }

  @GET
  @Path("/suggestions")
  @Operation(
      operationId = "suggest",
      summary = "Up to 10 tags, places, cameras and words that begin so and find something")
  public SuggestionList suggest(@RestQuery @DefaultValue("") @Size(max = 200) String q) {
    return new SuggestionList(
        search.suggest(caller.userId(), q).stream()
            .map(found -> new SuggestionView(found.type(), found.value(), found.count()))
            .toList());
  }

  private static @Nullable LocalDate day(String path, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new SearchException.NoSuchDay(path);
    }
  }

  private static @Nullable Box box(@Nullable String text) {
    return text == null ? null : Box.parse(text).orElseThrow(SearchException.BadBox::new);
  }
}

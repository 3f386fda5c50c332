package io.albumen.photo.search;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.timeline.Criteria;
import io.albumen.photo.timeline.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SearchService {
  private final Tiles tiles;
  private final SuggestionRepository suggestions;
  private final Database database;

  SearchService(Tiles tiles, SuggestionRepository suggestions, Database database) {
    this.tiles = tiles;
    this.suggestions = suggestions;
    this.database = database;
  }

  /** Latest first. */
  Tiles.Slice search(UserId owner, Tiles.Query query, @Nullable String cursor, int limit) {
    return tiles.page(owner, "search", query, cursor, limit);
  }

  /** What begins as typed, that which finds most first, and words after all else. */
  List<Suggestion> suggest(UserId owner, String typed) {
    return database.read(
        transaction -> suggestions.findAll(transaction, owner, Criteria.storable(typed.strip())));
  }
}

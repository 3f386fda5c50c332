package io.albumen.photo.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says about an item.
 *
 * @param rating 1 to 5
 * @param tags no two of them alike but for case and accents; in the order they were given
 */
public record Details(
    @Nullable String title,
    @Nullable String description,
    @Nullable Integer rating,
    boolean archived,
    boolean favorite,
    List<String> tags) {
  public static final Details NONE = new Details(null, null, null, false, false, List.of());

  public Details {
    tags = List.copyOf(tags);
  }

  public Details withTitle(@Nullable String changed) {
    return new Details(changed, description, rating, archived, favorite, tags);
  }

  public Details withDescription(@Nullable String changed) {
    return new Details(title, changed, rating, archived, favorite, tags);
  }

  public Details withRating(@Nullable Integer changed) {
    return new Details(title, description, changed, archived, favorite, tags);
  }

  public Details withArchived(boolean changed) {
    return new Details(title, description, rating, changed, favorite, tags);
  }

  public Details withFavorite(boolean changed) {
    return new Details(title, description, rating, archived, changed, tags);
  }

  public Details withTags(List<String> changed) {
    return new Details(title, description, rating, archived, favorite, changed);
  }
}

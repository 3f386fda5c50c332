package io.albumen.photo.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.common.FieldError;
import io.albumen.photo.media.Details;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON Merge Patch (RFC 7396) of items: absent members leave alone, {@code null} clears,
 * and every fault is found, unknown members among them.
 */
final class PatchReader {
  private static final int MAX_TITLE = 200;
  private static final int MAX_DESCRIPTION = 4_000;
  private static final int MAX_OFFSET_MINUTES = 18 * 60;
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
  private static final List<String> SHARED =
      List.of("title", "description", "rating", "favorite", "archived", "location", "takenAt");
  private static final Set<String> OF_ONE = known("utcOffsetMinutes", "tags");
  private static final Set<String> OF_MANY = known("addTags", "removeTags");

  private final List<FieldError> errors = new ArrayList<>();
  private final List<UnaryOperator<Editable>> steps = new ArrayList<>();

  private PatchReader() {}

  private static Set<String> known(String... own) {
    return Stream.concat(SHARED.stream(), Stream.of(own)).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @throws EditException.Invalid with each fault
   */
  static UnaryOperator<Editable> ofOne(JsonNode patch) {
    var reader = new PatchReader();
    if (reader.isObject(patch, "", OF_ONE)) {
      reader.readShared(patch, "");
      reader.readTaken(patch, "");
      reader.readTags(patch.get("tags"), "tags", (_, tags) -> tags);
    }
    return reader.result();
  }

  /**
   * As {@link #ofOne}, with times that are set or shifted, and tags that come or go.
   *
   * @param changes the member of that name
   */
  static UnaryOperator<Editable> ofMany(JsonNode changes) {
    var reader = new PatchReader();
    if (reader.isObject(changes, "changes", OF_MANY)) {
      reader.readShared(changes, "changes.");
      reader.readTimes(changes.get("takenAt"));
      reader.readTags(changes.get("addTags"), "changes.addTags", Tags::plus);
      reader.readTags(changes.get("removeTags"), "changes.removeTags", Tags::minus);
    }
    return reader.result();
  }

  private UnaryOperator<Editable> result() {
    if (!errors.isEmpty()) {
      throw new EditException.Invalid(errors);
    }
    return item -> {
      var changed = item;
      for (var step : steps) {
        changed = step.apply(changed);
      }
      return changed;
    };
  }

  private void refuse(String path, String message) {
    errors.add(new FieldError(path, message));
  }

  private boolean isObject(@Nullable JsonNode node, String path, Set<String> known) {
    if (node == null || !node.isObject()) {
      refuse(path, "must be an object");
      return false;
    }
    var prefix = path.isEmpty() ? "" : path + ".";
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!known.contains(member.getKey())) {
        refuse(prefix + member.getKey(), "is not known");
      }
    }
    return true;
  }

  private void readShared(JsonNode patch, String prefix) {
    if (patch.has("title")) {
      var title = text(patch.get("title"), prefix + "title", MAX_TITLE, false);
      change(details -> details.withTitle(title));
    }
    if (patch.has("description")) {
      var text = text(patch.get("description"), prefix + "description", MAX_DESCRIPTION, true);
      change(details -> details.withDescription(text));
    }
    if (patch.has("rating")) {
      var rating = integer(patch.get("rating"), prefix + "rating", 1, 5);
      change(details -> details.withRating(rating));
    }
    if (patch.has("favorite")) {
      var favorite = flag(patch.get("favorite"), prefix + "favorite");
      change(details -> details.withFavorite(favorite));
    }
    if (patch.has("archived")) {
      var archived = flag(patch.get("archived"), prefix + "archived");
      change(details -> details.withArchived(archived));
    }
    if (patch.has("location")) {
      readLocation(patch.get("location"), prefix + "location");
    }
  }

  private void change(UnaryOperator<Details> change) {
    steps.add(item -> item.with(change.apply(item.details())));
  }

  private void readLocation(JsonNode location, String path) {
    if (location.isNull()) {
      steps.add(Editable::nowhere);
    } else if (isObject(location, path, Set.of("latitude", "longitude"))) {
      var place =
          new Findings.Place(
              degrees(location.get("latitude"), path + ".latitude", 90),
              degrees(location.get("longitude"), path + ".longitude", 180),
              null,
              null,
              Findings.Place.Source.EDITED);
      steps.add(item -> item.at(place));
    }
  }

  private double degrees(@Nullable JsonNode node, String path, int bound) {
    if (node == null || !node.isNumber() || !(Math.abs(node.doubleValue()) <= bound)) {
      refuse(path, "must be a number from -%d to %d".formatted(bound, bound));
      return 0;
    }
    return node.doubleValue();
  }

  private void readTaken(JsonNode patch, String prefix) {
    if (patch.has("takenAt")) {
      var at = time(patch.get("takenAt"), prefix + "takenAt");
      steps.add(item -> item.with(taken(at, item.taken().utcOffsetMinutes())));
    }
    if (patch.has("utcOffsetMinutes")) {
      var minutes = minutes(patch.get("utcOffsetMinutes"), prefix + "utcOffsetMinutes");
      steps.add(item -> item.with(taken(item.taken().at(), minutes)));
    }
  }

  private void readTimes(@Nullable JsonNode times) {
    var path = "changes.takenAt";
    if (times == null || !isObject(times, path, Set.of("set", "shiftMilliseconds"))) {
      return;
    }
    if (times.has("set") == times.has("shiftMilliseconds")) {
      refuse(path, "must have either set or shiftMilliseconds");
    } else if (times.has("set")) {
      var set = times.get("set");
      if (isObject(set, path + ".set", Set.of("takenAt", "utcOffsetMinutes"))) {
        if (!set.has("takenAt")) {
          refuse(path + ".set.takenAt", "must not be absent");
        }
        readTaken(set, path + ".set.");
      }
    } else {
      readShift(times.get("shiftMilliseconds"), path + ".shiftMilliseconds");
    }
  }

  private void readShift(JsonNode node, String path) {
    var bound = Duration.between(EARLIEST, LATEST).toMillis();
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || Math.abs(node.longValue()) > bound) {
      refuse(path, "must be a whole number of milliseconds");
      return;
    }
    var shift = node.longValue();
    steps.add(
        item -> {
          var at = item.taken().at().plusMillis(shift);
          if (isAbsurd(at)) {
            throw new EditException.Invalid(path, "leads beyond the years 1 to 9999");
          }
          return item.with(taken(at, item.taken().utcOffsetMinutes()));
        });
  }

  private static Taken taken(Instant at, @Nullable Integer minutes) {
    return new Taken(at, minutes, Taken.Source.EDITED);
  }

  private static boolean isAbsurd(Instant at) {
    return at.isBefore(EARLIEST) || at.isAfter(LATEST);
  }

  private void readTags(
      @Nullable JsonNode node,
      String path,
      BiFunction<List<String>, List<String>, List<String>> change) {
    if (node == null) {
      return;
    }
    var tags = new ArrayList<String>();
    if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        var tag = text(node.get(i), "%s[%d]".formatted(path, i), Tags.MAX_LENGTH, false);
        if (tag != null) {
          tags.add(tag);
        }
      }
    } else if (!node.isNull()) {
      refuse(path, "must be an array");
    }
    if (tags.size() > Tags.MAX_EACH) {
      refuse(path, "must be at most %d tags".formatted(Tags.MAX_EACH));
    }
    steps.add(
        item -> withTags(item, Tags.distinct(change.apply(item.details().tags(), tags)), path));
  }

  private static Editable withTags(Editable item, List<String> tags, String path) {
    if (tags.size() > Tags.MAX_EACH) {
      throw new EditException.Invalid(path, "leads to more than %d tags".formatted(Tags.MAX_EACH));
    }
    return item.with(item.details().withTags(tags));
  }

  /** Blank text is none. */
  private @Nullable String text(JsonNode node, String path, int max, boolean multiline) {
    if (node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      refuse(path, "must be a string");
      return null;
    }
    var text = node.textValue().strip();
    if (text.codePointCount(0, text.length()) > max) {
      refuse(path, "must be at most %d characters".formatted(max));
    }
    if (text.chars().anyMatch(c -> isForbidden((char) c, multiline))) {
      refuse(path, "must not contain control characters");
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isForbidden(char c, boolean multiline) {
    return Character.isISOControl(c) && !(multiline && (c == '\n' || c == '\r' || c == '\t'));
  }

  private @Nullable Integer integer(JsonNode node, String path, int min, int max) {
    if (node.isNull()) {
      return null;
    }
    if (!node.canConvertToInt()
        || !node.isIntegralNumber()
        || node.intValue() < min
        || node.intValue() > max) {
      refuse(path, "must be a whole number from %d to %d".formatted(min, max));
      return null;
    }
    return node.intValue();
  }

  private @Nullable Integer minutes(JsonNode node, String path) {
    return integer(node, path, -MAX_OFFSET_MINUTES, MAX_OFFSET_MINUTES);
  }

  private boolean flag(JsonNode node, String path) {
    if (!node.isBoolean() && !node.isNull()) {
      refuse(path, "must be true or false");
    }
    return node.asBoolean();
  }

  private Instant time(JsonNode node, String path) {
    try {
      var at = Instant.parse(node.asText()).truncatedTo(ChronoUnit.MILLIS);
      if (node.isTextual() && !isAbsurd(at)) {
        return at;
      }
    } catch (DateTimeParseException e) {
      // Refused as the rest.
    }
    refuse(path, "must be an ISO-8601 time in the years 1 to 9999");
    return EARLIEST;
  }
}

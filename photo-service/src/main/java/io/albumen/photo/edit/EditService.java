package io.albumen.photo.edit;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.edit.Edit.Line;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.Outcome;
import io.albumen.photo.place.PlaceNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes items and remembers for an hour what they were, so that it can be undone. */
@ApplicationScoped
class EditService {
  private static final Duration UNDOABLE = Duration.ofHours(1);

  private final EditRepository edits;
  private final Accounts accounts;
  private final PlaceNames places;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  EditService(
      EditRepository edits,
      Accounts accounts,
      PlaceNames places,
      Database database,
      Ids ids,
      Clock clock) {
    this.edits = edits;
    this.accounts = accounts;
    this.places = places;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param outcomes in the order of the ids that were asked for
   */
  record Result(UUID editId, List<Outcome> outcomes) {}

  /** Changes each of the owner's items that it can; one that it can't harms no other. */
  Result edit(UserId owner, List<UUID> media, UnaryOperator<Editable> change) {
    return database.inTransaction(
        transaction -> {
          accounts.lock(transaction, owner);
          var now = clock.instant();
          var items = edits.lock(transaction, owner, media);
          var lines = new ArrayList<Line>();
          var outcomes =
              media.stream().map(id -> change(id, items.get(id), change, lines)).toList();
          var edit = new Edit(ids.next(), now, false, spelled(transaction, owner, lines));
          edits.deleteMadeBefore(transaction, owner, now.minus(UNDOABLE));
          edits.save(transaction, owner, edit.lines());
          edits.insert(transaction, owner, edit);
          return new Result(edit.id(), outcomes);
        });
  }

  private Outcome change(
      UUID id, @Nullable Editable item, UnaryOperator<Editable> change, List<Line> lines) {
    if (item == null) {
      return new Outcome(id, new MediaException.NotFound(new MediaId(id)));
    }
    try {
      lines.add(new Line(id, item, named(change.apply(item))));
      return Outcome.done(id);
    } catch (EditException refusal) {
      return new Outcome(id, refusal);
    }
  }

  /** With what people call the place where it was put. */
  private Editable named(Editable item) {
    var place = item.place();
    return place == null || place.name() != null || place.source() != Findings.Place.Source.EDITED
        ? item
        : item.at(
            new Findings.Place(
                place.latitude(),
                place.longitude(),
                place.altitudeMeters(),
                places.of(place.latitude(), place.longitude()).orElse(null),
                place.source()));
  }

  /** With tags that are new to an item written as the library writes them already. */
  private List<Line> spelled(Transaction transaction, UserId owner, List<Line> lines) {
    var added =
        lines.stream().flatMap(line -> line.after().details().tags().stream()).distinct().toList();
    var spellings = edits.spellings(transaction, owner, added);
    return lines.stream().map(line -> spelled(line, spellings)).toList();
  }

  private static Line spelled(Line line, Map<String, String> spellings) {
    var details = line.after().details();
    var tags = details.tags().stream().map(tag -> spellings.getOrDefault(tag, tag)).toList();
    return new Line(line.mediaId(), line.before(), line.after().with(details.withTags(tags)));
  }

  /**
   * Puts back what an edit changed, but for items that were changed again since.
   *
   * @throws EditException.NotFound when there is no such edit of the owner's in the last hour
   * @throws EditException.Undone when it was undone before
   */
  List<Outcome> undo(UserId owner, UUID id) {
    return database.inTransaction(
        transaction -> {
          accounts.lock(transaction, owner);
          var edit =
              edits
                  .lock(transaction, owner, id)
                  .filter(made -> !made.madeAt().isBefore(clock.instant().minus(UNDOABLE)))
                  .orElseThrow(() -> new EditException.NotFound(id));
          if (edit.undone()) {
            throw new EditException.Undone();
          }
          var lines = edit.lines();
          var items = edits.lock(transaction, owner, lines.stream().map(Line::mediaId).toList());
          var back = new ArrayList<Line>();
          var outcomes =
              lines.stream().map(line -> undo(line, items.get(line.mediaId()), back)).toList();
          edits.save(transaction, owner, back);
          edits.markUndone(transaction, owner, id);
          return outcomes;
        });
  }

  private static Outcome undo(Line line, @Nullable Editable item, List<Line> back) {
    if (item == null) {
      return new Outcome(line.mediaId(), new MediaException.NotFound(new MediaId(line.mediaId())));
    }
    if (!item.stillHas(line.before(), line.after())) {
      return new Outcome(line.mediaId(), new EditException.ChangedSince());
    }
    back.add(new Line(line.mediaId(), item, item.without(line.before(), line.after())));
    return Outcome.done(line.mediaId());
  }
}

package io.albumen.photo.edit;

import io.albumen.photo.media.Details;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.Taken;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All of an item that can be changed by hand. Its JSON, kept for undoing, has these names.
 *
 * @param place absent when nobody knows, or {@code placeless} says that it has none
 * @param placeless whether its place was taken away by hand
 */
record Editable(Details details, Taken taken, Findings.@Nullable Place place, boolean placeless) {

  Editable with(Details changed) {
    return new Editable(changed, taken, place, placeless);
  }

  Editable with(Taken changed) {
    return new Editable(details, changed, place, placeless);
  }

  Editable at(Findings.Place changed) {
    return new Editable(details, taken, changed, false);
  }

  Editable nowhere() {
    return new Editable(details, taken, null, true);
  }

  /** Whether everything that an edit turned from one into the other is still as it left it. */
  boolean stillHas(Editable before, Editable after) {
    return same(details.title(), before.details.title(), after.details.title())
        && same(details.description(), before.details.description(), after.details.description())
        && same(details.rating(), before.details.rating(), after.details.rating())
        && same(details.archived(), before.details.archived(), after.details.archived())
        && same(details.favorite(), before.details.favorite(), after.details.favorite())
        && same(details.tags(), before.details.tags(), after.details.tags())
        && same(taken, before.taken, after.taken)
        && same(place, before.place, after.place)
        && same(placeless, before.placeless, after.placeless);
  }

  /** This, but for what an edit changed, which is as it was before. */
  Editable without(Editable before, Editable after) {
    var was = before.details;
    var then = after.details;
    return new Editable(
        new Details(
            back(details.title(), was.title(), then.title()),
            back(details.description(), was.description(), then.description()),
            back(details.rating(), was.rating(), then.rating()),
            was.archived() == then.archived() ? details.archived() : was.archived(),
            was.favorite() == then.favorite() ? details.favorite() : was.favorite(),
            was.tags().equals(then.tags()) ? details.tags() : was.tags()),
        before.taken.equals(after.taken) ? taken : before.taken,
        back(place, before.place, after.place),
        before.placeless == after.placeless ? placeless : before.placeless);
  }

  private static boolean same(
      @Nullable Object now, @Nullable Object before, @Nullable Object after) {
    return Objects.equals(before, after) || Objects.equals(now, after);
  }

  private static <T> @Nullable T back(@Nullable T now, @Nullable T before, @Nullable T after) {
    return Objects.equals(before, after) ? now : before;
  }
}

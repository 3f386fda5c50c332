package io.albumen.photo.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms of a library that items must have: of each group one at least.
 *
 * @param groups the one that finds least first; none for everything
 * @param count how many items the first one finds, those found by several of its terms as often
 */
public record Terms(String shelf, List<List<String>> groups, long count) {

  static Terms everything(String shelf) {
    return new Terms(shelf, List.of(), Long.MAX_VALUE);
  }

  /** Whether no item can have them all. */
  public boolean isImpossible() {
    return groups.stream().anyMatch(List::isEmpty);
  }

  /** Whether there is nothing to choose from in any group. */
  boolean areOneEach() {
    return groups.stream().allMatch(group -> group.size() == 1);
  }

  /** The terms whose lists are walked. */
  public List<String> first() {
    return groups.getFirst();
  }

  /** The terms that what is walked past is looked up in. */
  List<List<String>> others() {
    return groups.subList(1, groups.size());
  }

  /** A condition on {@code media_terms t}; its parameters are {@link #others}, in order. */
  public String condition() {
    return condition(others());
  }

  static String condition(List<List<String>> groups) {
    // Not as a join: whatever is expected of the lists, each is looked up, and none read as a
    // whole.
    return """
     and (select true from media_terms o where o.owner_id = t.owner_id and o.shelf = t.shelf
       and o.term = any(?) and o.local_time = t.local_time and o.media_id = t.media_id limit 1)
    """
        .repeat(groups.size());
  }

  /** As parameters go: those given, and then the {@link #others}. */
  public Object[] parameters(Object... given) {
    var all = new ArrayList<>(List.of(given));
    all.addAll(others());
    return all.toArray();
  }
}

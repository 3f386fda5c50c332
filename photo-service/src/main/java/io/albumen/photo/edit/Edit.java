package io.albumen.photo.edit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes that were made at once, and can be undone at once. */
record Edit(UUID id, Instant madeAt, boolean undone, List<Line> lines) {

  /** One item of an edit. */
  record Line(UUID mediaId, Editable before, Editable after) {}
}

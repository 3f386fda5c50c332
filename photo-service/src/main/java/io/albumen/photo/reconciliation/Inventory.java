package io.albumen.photo.reconciliation;

import java.time.Instant;
import java.util.List;

/** What lies in the bucket. */
interface Inventory {

  /** An object as its current version is. */
  record Listed(String key, Instant modifiedAt) {}

  /** Below a prefix and after a key, in the order of their keys as bytes. */
  List<Listed> list(String prefix, String after, int limit);
}

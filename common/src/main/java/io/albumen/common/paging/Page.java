package io.albumen.common.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param nextCursor to ask for the next page; absent on the last
 */
public record Page<T>(@Schema(required = true) List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}

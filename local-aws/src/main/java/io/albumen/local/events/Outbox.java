package io.albumen.local.events;

import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import io.albumen.local.store.Table.Row;
import java.util.List;

/** Messages accepted and not yet in their queues, oldest first. */
final class Outbox {
  private final DurableStore store;
  private final Table<Delivery> deliveries;
  private long last;

  Outbox(DurableStore store) {
    this.store = store;
    this.deliveries = store.table("deliveries", Delivery.class);
    this.last =
        deliveries.newest(0, 1).stream()
            .mapToLong(row -> Long.parseLong(row.key()))
            .findFirst()
            .orElse(0);
  }

  /** All of them are on disk when this returns, or none. */
  void add(List<Delivery> accepted) {
    store.change(
        () ->
            accepted.forEach(
                delivery -> {
                  last++;
                  deliveries.put("%018d".formatted(last), delivery);
                }));
  }

  List<Row<Delivery>> pending() {
    return deliveries.all();
  }

  void remove(List<String> keys) {
    store.change(() -> keys.forEach(deliveries::remove));
  }
}

package io.albumen.local.mailbox;

import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All mails, newest first. A mail that was accepted is on disk. */
final class MailStore {
  private static final String LATEST = "latest";

  private final DurableStore store;
  private final Table<Mail> mails;
  private final Table<Boolean> unread;
  private final Clock clock;

  MailStore(DurableStore store, Clock clock) {
    this.store = store;
    this.mails = store.table("mails", Mail.class);
    this.unread = store.table("unread", Boolean.class);
    this.clock = clock;
  }

  Mail add(Mail.Content content) {
    return store.change(
        () -> {
          var id = nextId();
          var mail =
              new Mail(id, id + "@albumen.local", clock.instant(), content, Mail.sizeOf(content));
          mails.put(id, mail);
          unread.put(id, true);
          return mail;
        });
  }

  /** Microseconds as hex, later than any id before, whatever the clock does. */
  private String nextId() {
    var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    var newest = newest(0, 1);
    var last = newest.isEmpty() ? 0 : Long.parseLong(newest.getFirst().id(), 16);
    return "%016x".formatted(Math.max(now, last + 1));
  }

  Optional<Mail> find(String id) {
    return id.equals(LATEST) ? newest(0, 1).stream().findFirst() : mails.find(id);
  }

  List<Mail> newest(int skip, int limit) {
    return mails.newest(skip, limit).stream().map(Table.Row::value).toList();
  }

  List<Mail> search(Predicate<Mail> wanted) {
    return newest(0, Integer.MAX_VALUE).stream().filter(wanted).toList();
  }

  boolean isUnread(Mail mail) {
    return unread.find(mail.id()).isPresent();
  }

  void markRead(String id) {
    if (unread.find(id).isPresent()) {
      store.change(() -> unread.remove(id));
    }
  }

  void delete(List<String> ids) {
    store.change(
        () ->
            ids.forEach(
                id -> {
                  mails.remove(id);
                  unread.remove(id);
                }));
  }

  void deleteAll() {
    store.change(
        () -> {
          mails.clear();
          unread.clear();
        });
  }

  int total() {
    return mails.size();
  }

  int totalUnread() {
    return unread.size();
  }
}

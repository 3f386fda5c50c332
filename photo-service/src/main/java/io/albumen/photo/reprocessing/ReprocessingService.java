package io.albumen.photo.reprocessing;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.reprocessing.Reprocessing.Scope;
import io.albumen.photo.reprocessing.Reprocessing.Selection;
import io.albumen.photo.reprocessing.Reprocessing.State;
import io.albumen.photo.reprocessing.ReprocessingRepository.Listed;
import io.albumen.photo.reprocessing.ReprocessingRepository.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Jobs and their lists; what is on them is done by the {@link ReprocessingLane}. */
@ApplicationScoped
class ReprocessingService {
  private static final int LISTED_AT_ONCE = 1000;
  private static final int SHOWN = 100;

  private final ReprocessingRepository jobs;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  ReprocessingService(ReprocessingRepository jobs, Database database, Ids ids, Clock clock) {
    this.jobs = jobs;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Of all the selected media, which are listed step by step. */
  Reprocessing start(Selection selection) {
    var job = job(selection, 0);
    database.transact(transaction -> jobs.insert(transaction, job, false));
    return job;
  }

  /** Of these alone, as far as they are the owner's and have bytes. */
  Reprocessing start(Selection selection, UserId owner, List<UUID> media) {
    return database.inTransaction(
        transaction -> {
          var found = jobs.findProcessable(transaction, owner, media, selection);
          var job = job(selection, found.size());
          jobs.insert(transaction, job, true);
          var owners = Collections.nCopies(found.size(), owner.value());
          jobs.insertTasks(transaction, job.id(), owners, found, job.createdAt());
          return job;
        });
  }

  private Reprocessing job(Selection selection, long total) {
    return new Reprocessing(
        ids.next(), selection, State.RUNNING, total, 0, 0, clock.instant(), null);
  }

  Reprocessing get(UUID id) {
    return database
        .inTransaction(transaction -> jobs.find(transaction, id))
        .orElseThrow(() -> new ReprocessingException.NotFound(id));
  }

  /** The latest hundred, newest first. */
  List<Reprocessing> list() {
    return database.inTransaction(transaction -> jobs.findLatest(transaction, SHOWN));
  }

  /** What is being worked on comes to its end; an ended job stays as it is. */
  Reprocessing cancel(UUID id) {
    database.transact(transaction -> jobs.cancel(transaction, id, clock.instant()));
    return get(id);
  }

  /** Lists some more media of a job that needs it, and ends what is through; whether it did. */
  boolean listSome() {
    return database.inTransaction(
        transaction -> {
          var listing = jobs.claimListing(transaction);
          listing.ifPresent(claimed -> list(transaction, claimed));
          jobs.finish(transaction, clock.instant());
          return listing.isPresent();
        });
  }

  private void list(Transaction transaction, Listing listing) {
    var found = jobs.listNext(transaction, listing, LISTED_AT_ONCE);
    var wanted = found.stream().filter(media -> isWanted(media, listing.selection())).toList();
    jobs.insertTasks(
        transaction,
        listing.job(),
        wanted.stream().map(Listed::owner).toList(),
        wanted.stream().map(Listed::media).toList(),
        clock.instant());
    jobs.saveListing(
        transaction, after(listing, found), wanted.size(), found.size() < LISTED_AT_ONCE);
  }

  private static boolean isWanted(Listed media, Selection selection) {
    return media.hasBytes() && (selection.kind() == null || selection.kind() == media.kind());
  }

  private static Listing after(Listing listing, List<Listed> found) {
    return found.isEmpty()
        ? listing
        : new Listing(
            listing.job(), listing.selection(), found.getLast().owner(), found.getLast().media());
  }

  /** Whether ids are named exactly where they are wanted. */
  static void check(Selection selection, boolean namesIds) {
    if (namesIds != (selection.scope() == Scope.IDS)) {
      throw new ReprocessingException.BadSelection("mediaIds belong to the scope IDS");
    }
    if (namesIds && selection.owner() == null) {
      throw new ReprocessingException.BadSelection("mediaIds need the userId of their owner");
    }
  }
}

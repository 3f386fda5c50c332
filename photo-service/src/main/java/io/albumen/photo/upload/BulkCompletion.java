package io.albumen.photo.upload;

import io.albumen.common.DomainException;
import io.albumen.common.UserId;
import io.albumen.photo.upload.CompletionService.Completed;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Completes many uploads side by side, so that one request costs little more than the slowest. */
@ApplicationScoped
class BulkCompletion {
  private final CompletionService completion;
  private final Semaphore permits;

  BulkCompletion(CompletionService completion, UploadConfig config) {
    this.completion = completion;
    this.permits = new Semaphore(config.parallelCompletions());
  }

  /** What came of completing one upload. */
  sealed interface Outcome {
    record Done(UploadId id, Completed completed) implements Outcome {}

    record Failed(UploadId id, DomainException reason) implements Outcome {}
  }

  /** One result for each id, in order; a bad one harms no other. */
  List<Outcome> complete(UserId owner, List<UploadId> ids) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(ids.stream().<Callable<Outcome>>map(id -> () -> complete(owner, id)).toList())
          .stream()
          .map(BulkCompletion::resultOf)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while completing", e);
    }
  }

  private Outcome complete(UserId owner, UploadId id) throws InterruptedException {
    permits.acquire();
    try {
      return new Outcome.Done(id, completion.complete(owner, id));
    } catch (DomainException reason) {
      return new Outcome.Failed(id, reason);
    } finally {
      permits.release();
    }
  }

  private static Outcome resultOf(Future<Outcome> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("completion failed", e);
    }
  }
}

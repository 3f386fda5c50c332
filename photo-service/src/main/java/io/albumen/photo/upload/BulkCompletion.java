package io.albumen.photo.upload;

import io.albumen.common.DomainException;
import io.albumen.common.UserId;
import io.albumen.photo.upload.CompletionService.Completed;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadException;
import io.albumen.photo.upload.announcement.UploadId;
import io.albumen.photo.upload.announcement.UploadState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  private sealed interface Step {
    record Over(Outcome outcome) implements Step {}

    record Open(CompletionService.Ready ready) implements Step {}
  }

  /**
   * One result for each id, in order; a bad one harms no other. The bucket is asked side by side,
   * and then the rows are written together.
   */
  List<Outcome> complete(UserId owner, List<UploadId> ids) {
    var steps = prepare(completion.find(owner, ids), ids);
    var completed = completeTogether(owner, steps);
    return IntStream.range(0, ids.size())
        .mapToObj(
            i ->
                switch (steps.get(i)) {
                  case Step.Over(var outcome) -> outcome;
                  case Step.Open(var ready) -> {
                    var done = completed.get(ids.get(i));
                    yield done == null
                        ? attempt(ids.get(i), () -> completion.complete(ready))
                        : new Outcome.Done(ids.get(i), done);
                  }
                })
        .toList();
  }

  private List<Step> prepare(Map<UploadId, Upload> uploads, List<UploadId> ids) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              ids.stream().<Callable<Step>>map(id -> () -> prepare(id, uploads.get(id))).toList())
          .stream()
          .map(BulkCompletion::resultOf)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while completing", e);
    }
  }

  private Step prepare(UploadId id, @Nullable Upload upload) throws InterruptedException {
    if (upload == null) {
      return new Step.Over(new Outcome.Failed(id, new UploadException.NotFound(id)));
    }
    if (upload.state() != UploadState.PENDING) {
      return new Step.Over(attempt(id, () -> completion.answer(upload)));
    }
    permits.acquire();
    try {
      return new Step.Open(completion.prepare(upload));
    } catch (DomainException reason) {
      return new Step.Over(new Outcome.Failed(id, reason));
    } finally {
      permits.release();
    }
  }

  /** None of them when the account takes nothing any more; each is then told so. */
  private Map<UploadId, Completed> completeTogether(UserId owner, List<Step> steps) {
    var plain =
        steps.stream()
            .filter(Step.Open.class::isInstance)
            .map(step -> ((Step.Open) step).ready())
            .filter(completion::isPlain)
            .toList();
    try {
      return plain.isEmpty() ? Map.of() : completion.completeTogether(owner, plain);
    } catch (DomainException refused) {
      return Map.of();
    }
  }

  private static Outcome attempt(UploadId id, Supplier<Completed> work) {
    try {
      return new Outcome.Done(id, work.get());
    } catch (DomainException reason) {
      return new Outcome.Failed(id, reason);
    }
  }

  private static Step resultOf(Future<Step> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("completion failed", e);
    }
  }
}

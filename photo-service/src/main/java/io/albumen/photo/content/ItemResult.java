package io.albumen.photo.content;

import io.albumen.common.Problem;
import io.albumen.photo.media.Outcome;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of one item of a request about many. */
@Schema(name = "ItemResult")
public record ItemResult(
    @Schema(required = true) UUID id,
    @Schema(required = true) Status status,
    @Nullable Problem problem) {

  /** Whether it was done. */
  @Schema(name = "ResultStatus")
  public enum Status {
    OK,
    FAILED
  }

  public static List<ItemResult> of(List<Outcome> outcomes) {
    return outcomes.stream().map(ItemResult::of).toList();
  }

  private static ItemResult of(Outcome outcome) {
    var refusal = outcome.refusal();
    return refusal == null
        ? new ItemResult(outcome.id(), Status.OK, null)
        : new ItemResult(outcome.id(), Status.FAILED, Problem.of(refusal));
  }
}

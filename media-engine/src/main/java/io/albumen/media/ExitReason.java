package io.albumen.media;

import io.albumen.media.MediaFailure.Reason;
import java.util.List;
import java.util.Map;

/** Reads the cause out of a tool's exit status and its complaints. */
final class ExitReason {
  private static final int SIGNAL = 128;
  private static final int SIGKILL = SIGNAL + 9;
  private static final int CANNOT_START = 126;
  private static final int NOT_FOUND = 127;

  /**
   * Signals by which the kernel ends what breaks a limit, and by which a decoder trips over hostile
   * input.
   */
  private static final Map<Integer, Reason> SIGNALS =
      Map.of(
          SIGNAL + 4, Reason.CORRUPT,
          SIGNAL + 6, Reason.CORRUPT,
          SIGNAL + 7, Reason.CORRUPT,
          SIGNAL + 8, Reason.CORRUPT,
          SIGNAL + 11, Reason.CORRUPT,
          SIGNAL + 24, Reason.TIMEOUT,
          SIGNAL + 25, Reason.TOO_LARGE);

  private static final List<String> TOO_LARGE =
      List.of(
          "Cannot allocate memory",
          "exceeds specified max pixel count",
          "Picture size",
          "File too large");
  private static final List<String> ENGINE =
      List.of(
          "No space left on device", "error while loading shared libraries", "Permission denied");
  private static final List<String> UNSUPPORTED =
      List.of(
          "Decoder (codec",
          "no decoder found",
          "Decoder not found",
          "not implemented",
          "Not yet implemented");

  private ExitReason() {}

  static Reason of(int status, String complaints) {
    if (status == CANNOT_START
        || status == NOT_FOUND
        || status == SIGKILL
        || mentions(ENGINE, complaints)) {
      return Reason.ENGINE;
    }
    var bySignal = SIGNALS.get(status);
    if (bySignal != null) {
      return bySignal;
    }
    if (mentions(TOO_LARGE, complaints)) {
      return Reason.TOO_LARGE;
    }
    return mentions(UNSUPPORTED, complaints) ? Reason.UNSUPPORTED : Reason.CORRUPT;
  }

  private static boolean mentions(List<String> phrases, String text) {
    return phrases.stream().anyMatch(text::contains);
  }
}

package io.albumen.media;

import io.albumen.media.MediaFailure.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the cause out of a tool's exit status and its complaints. */
public final class ExitReason {
  private static final int SIGNAL = 128;
  static final int SIGKILL = SIGNAL + 9;

  /** FFmpeg's own status when a signal, as of a service that stops, asked it to end. */
  private static final int ASKED_TO_END = 255;

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
          "No space left on device",
          "Resource temporarily unavailable", // no more threads: another time there may be
          "error while loading shared libraries",
          "Permission denied");
  private static final List<String> UNSUPPORTED =
      List.of(
          "Decoder (codec",
          "no decoder found",
          "Decoder not found",
          "not implemented",
          "Not yet implemented");

  /** With hang-up, interrupt and termination, which reach the tool when the service is stopped. */
  private static final Set<Integer> NOT_THE_FILE =
      Set.of(CANNOT_START, NOT_FOUND, SIGKILL, ASKED_TO_END, SIGNAL + 1, SIGNAL + 2, SIGNAL + 15);

  private ExitReason() {}

  /** A limit that was met is sometimes only complained of, and the status is 0 all the same. */
  static Optional<Reason> hiddenIn(String complaints) {
    if (complaints.contains("No space left on device")) {
      return Optional.of(Reason.ENGINE);
    }
    return complaints.contains("Cannot allocate memory")
        ? Optional.of(Reason.TOO_LARGE)
        : Optional.empty();
  }

  public static Reason of(int status, String complaints) {
    if (NOT_THE_FILE.contains(status) || mentions(ENGINE, complaints)) {
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

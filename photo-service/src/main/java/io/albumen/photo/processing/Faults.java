package io.albumen.photo.processing;

import io.albumen.media.MediaFailure;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.FileName;

/** What owners are told. Engines' own words stay in the log: they may quote the file. */
final class Faults {
  static final Fault GAVE_UP =
      new Fault("processing-failed", "Processing failed on our side; the original is safe");

  private Faults() {}

  static Fault of(FileName name, MediaFailure.Reason reason) {
    return new Fault(reason.code(), "%s %s".formatted(name, words(reason)));
  }

  private static String words(MediaFailure.Reason reason) {
    return switch (reason) {
      case CORRUPT -> "is damaged or incomplete";
      case TOO_LARGE -> "has more pixels, length or detail than is taken";
      case TYPE_MISMATCH -> "is not what its type says";
      case UNSUPPORTED -> "is in a format that is not taken";
      case TIMEOUT -> "takes too long to read";
      case ENGINE -> "could not be processed";
    };
  }
}

package io.albumen.photo.upload;

import io.albumen.common.DomainException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.storage.PresignedPut;

/** What came of announcing one file. */
sealed interface MintResult {

  /** It may be uploaded. */
  record Accepted(Upload upload, PresignedPut put) implements MintResult {}

  /** The owner's library has it already. */
  record Duplicate(MediaId media) implements MintResult {}

  /** It is not taken. */
  record Rejected(DomainException reason) implements MintResult {}
}

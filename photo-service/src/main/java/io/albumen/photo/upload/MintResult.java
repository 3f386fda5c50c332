package io.albumen.photo.upload;

import io.albumen.common.DomainException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.upload.announcement.Upload;
import java.util.Optional;

/** What came of announcing one file. */
sealed interface MintResult {

  /**
   * It may be uploaded.
   *
   * @param put absent when it goes up in parts
   */
  record Accepted(Upload upload, Optional<PresignedPut> put) implements MintResult {}

  /** It might be uploaded, had it been announced. */
  record Acceptable() implements MintResult {}

  /**
   * The owner's library has it already.
   *
   * @param trashed whether it lies in the trash, from where it can be brought back
   */
  record Duplicate(MediaId media, boolean trashed) implements MintResult {}

  /** It is not taken. */
  record Rejected(DomainException reason) implements MintResult {}
}

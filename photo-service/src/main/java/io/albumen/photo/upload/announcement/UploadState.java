package io.albumen.photo.upload.announcement;

/** What became of an announced file. */
public enum UploadState {
  /** URLs for it are out, its bytes are reserved. */
  PENDING,
  /** It is an item of the library. */
  COMPLETED,
  /** It came, but the library already had it. */
  DUPLICATE,
  /** It came, but it is not what was announced. */
  FAILED,
  /** Its owner gave it up. */
  ABANDONED
}

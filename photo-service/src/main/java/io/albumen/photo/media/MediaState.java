package io.albumen.photo.media;

/** How far an item is. */
public enum MediaState {
  /** The original is safe; renditions are being made. */
  PROCESSING,
  READY,
  /** The file can't be taken; its bytes are gone, what was wrong with it is told. */
  REJECTED,
  /** We could not process it; the original is kept. */
  FAILED
}

package io.albumen.media;

/** The colours that a picture's numbers mean, as far as renditions treat them differently. */
public enum ColourSpace {
  /** Also whatever says nothing. */
  SRGB,
  /** What iPhones write: sRGB's curve over wider primaries. */
  DISPLAY_P3,
  /** What cameras write on request: gamma 2.2 over other primaries. */
  ADOBE_RGB,
  /** What phones film in: HLG or PQ, brighter than any screen of sRGB. */
  HDR
}

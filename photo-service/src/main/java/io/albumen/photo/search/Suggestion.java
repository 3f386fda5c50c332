package io.albumen.photo.search;

/** Something to look for, and how many items it finds. */
record Suggestion(Type type, String value, long count) {

  /** What it is looked for as. */
  enum Type {
    TAG,
    PLACE,
    CAMERA,
    WORD
  }
}

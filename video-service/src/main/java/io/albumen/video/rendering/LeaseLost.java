package io.albumen.video.rendering;

/** The film was cancelled, deleted, or given to another renderer. */
final class LeaseLost extends Exception {}

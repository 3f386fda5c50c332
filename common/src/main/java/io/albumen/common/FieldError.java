package io.albumen.common;

/**
 * One fault in the caller's input.
 *
 * @param path where it is, as {@code files[3].size}; empty for the body as a whole
 * @param message what is wrong with it, for people
 */
public record FieldError(String path, String message) {}

package io.albumen.video.film;

/**
 * Why there is no film, in words for its owner.
 *
 * @param code stable and kebab-case, for programs
 */
public record Failure(String code, String detail) {}

package io.albumen.video.film;

/**
 * A finished film in the store.
 *
 * @param key random part of the objects' names, see {@link FilmStore}
 */
public record Film(String key, long durationMs, long sizeBytes) {}

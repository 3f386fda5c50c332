package io.albumen.video.film;

/**
 * A finished film in the store.
 *
 * @param key random part of the objects' names, see the film store
 */
public record Film(String key, long durationMs, long sizeBytes) {}

package io.albumen.photo.media;

/**
 * Why an item or an upload came to nothing.
 *
 * @param code stable, kebab-case
 * @param detail for the owner, in plain words
 */
public record Fault(String code, String detail) {}

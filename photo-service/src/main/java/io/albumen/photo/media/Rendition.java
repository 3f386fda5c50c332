package io.albumen.photo.media;

/**
 * A file made from an original.
 *
 * @param name under the item's rendition key, as {@code preview.jpg}
 * @param width in pixels; 0 where there is no picture
 * @param height in pixels; 0 where there is no picture
 */
public record Rendition(String name, String contentType, int width, int height, long sizeBytes) {}

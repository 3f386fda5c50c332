package io.albumen.photo.processing.engine;

import java.nio.file.Path;

/**
 * A rendition on disk.
 *
 * @param name what it is called under the rendition key: {@code thumbnail.webp}, {@code
 *     preview.jpg}, {@code poster.jpg}, {@code cover.jpg}, {@code waveform.json}, and {@code
 *     playback} with {@code .mp4}, {@code .webp} or {@code .m4a}
 * @param width in pixels; 0 where there is no picture
 * @param height in pixels; 0 where there is no picture
 */
public record RenditionFile(String name, Path file, String contentType, int width, int height) {}

package io.albumen.video.slideshow;

import io.albumen.media.MediaFormat;
import java.nio.file.Path;

/** Music under a film, from the beginning, repeated while the film lasts, faded out at its end. */
public record Soundtrack(Path file, MediaFormat format) {}

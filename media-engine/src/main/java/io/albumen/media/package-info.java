/**
 * Recognises, measures and decodes media that strangers uploaded. Every byte of it is parsed by
 * FFmpeg in a confined child process, never inside the service.
 */
@NullMarked
package io.albumen.media;

import org.jspecify.annotations.NullMarked;

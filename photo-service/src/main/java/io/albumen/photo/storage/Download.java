package io.albumen.photo.storage;

/**
 * An original as a client gets it.
 *
 * @param contentType sniffed, never what the uploader called it
 * @param disposition value of {@code Content-Disposition}
 */
public record Download(ObjectVersion object, String contentType, String disposition) {}

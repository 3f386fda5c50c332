package io.albumen.photo.media;

/**
 * The file as it was uploaded.
 *
 * @param contentType as sniffed from its bytes
 * @param sha256 of its bytes, lowercase hex
 */
public record Original(FileName name, String contentType, long sizeBytes, String sha256) {}

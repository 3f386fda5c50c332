package io.albumen.photo.storage;

/**
 * What may be put under a key: these bytes, of this length and type, and nothing else.
 *
 * @param sha256 lowercase hex
 */
public record UploadSlot(String key, String contentType, long sizeBytes, String sha256) {}

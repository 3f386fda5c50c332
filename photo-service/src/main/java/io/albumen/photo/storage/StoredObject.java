package io.albumen.photo.storage;

import org.jspecify.annotations.Nullable;

/**
 * What the bucket says of an object's current version.
 *
 * @param sha256 lowercase hex; absent where the bucket keeps none for the whole object
 */
public record StoredObject(
    ObjectVersion version, long sizeBytes, String contentType, @Nullable String sha256) {}

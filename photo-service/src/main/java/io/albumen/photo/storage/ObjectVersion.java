package io.albumen.photo.storage;

/** One version of one object, which never changes. */
public record ObjectVersion(String key, String versionId) {}

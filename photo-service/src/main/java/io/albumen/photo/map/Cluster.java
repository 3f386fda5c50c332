package io.albumen.photo.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A square of the map that holds items.
 *
 * @param latitude of the middle of its items
 * @param mediaId one of its items
 * @param renditionKey of that item, once READY
 */
record Cluster(
    int x,
    int y,
    long count,
    double latitude,
    double longitude,
    UUID mediaId,
    @Nullable String renditionKey) {}

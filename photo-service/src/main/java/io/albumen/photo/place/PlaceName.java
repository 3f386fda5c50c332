package io.albumen.photo.place;

import org.jspecify.annotations.Nullable;

/**
 * What people call a place, in English or as its own people write it in Latin letters.
 *
 * @param city absent in the middle of nowhere
 * @param region state, province or the like; absent where a country has none
 * @param countryCode ISO 3166-1, two letters
 */
public record PlaceName(
    @Nullable String city, @Nullable String region, String country, String countryCode) {}

package io.albumen.photo.processing.metadata;

import org.jspecify.annotations.Nullable;

/** What the original tells of the camera and its settings; every part may be unknown. */
public record CameraInfo(
    @Nullable String make,
    @Nullable String model,
    @Nullable String lens,
    @Nullable Double exposureSeconds,
    @Nullable Double fNumber,
    @Nullable Integer iso,
    @Nullable Double focalLengthMillimeters) {}

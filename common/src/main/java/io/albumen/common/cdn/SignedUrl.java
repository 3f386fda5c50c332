package io.albumen.common.cdn;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A URL that reads one object until it expires. */
public record SignedUrl(
    @Schema(required = true) String url, @Schema(required = true) Instant expiresAt) {}

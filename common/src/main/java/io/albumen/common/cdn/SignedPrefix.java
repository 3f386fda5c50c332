package io.albumen.common.cdn;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One signature for everything below a prefix: a URL is {@code base + path + query}.
 *
 * @param base ends with a slash
 * @param query begins with a question mark
 */
public record SignedPrefix(
    @Schema(required = true) String base,
    @Schema(required = true) String query,
    @Schema(required = true) Instant expiresAt) {}

package io.albumen.video.queue;

import java.util.UUID;

/** The command in the queue; whose film it is travels along and is believed by nobody else. */
public record RenderVideo(UUID userId, UUID videoId) {}

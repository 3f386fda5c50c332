package io.albumen.video.source;

import io.albumen.common.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** photo-service with only what a test gave it; everything else is absent. */
public class FakePhotoSources implements PhotoSources {
  private final Map<UUID, Source> sources = new HashMap<>();
  private int calls;

  public void add(Source source) {
    sources.put(source.mediaId(), source);
  }

  public void readable(UUID id, Source.Kind kind, Instant expiresAt) {
    readable(id, kind, expiresAt, null);
  }

  public void readable(UUID id, Source.Kind kind, Instant expiresAt, @Nullable Instant takenAt) {
    add(
        new Source.Readable(
            id, kind, 1, "00", URI.create("http://localhost/" + id), expiresAt, takenAt));
  }

  public void remove(UUID id) {
    sources.remove(id);
  }

  public int calls() {
    return calls;
  }

  @Override
  public Map<UUID, Source> find(UserId owner, List<UUID> mediaIds) {
    calls++;
    return mediaIds.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), id -> sources.getOrDefault(id, new Source.Absent(id))));
  }
}

package io.albumen.video.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.security.ServiceTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HttpPhotoSources implements PhotoSources {
  private static final Logger LOG = Logger.getLogger(HttpPhotoSources.class);
  private static final String CALLEE = "photo-service";

  /** photo-service takes no more at once. */
  private static final int MAX_IDS = 500;

  private final HttpClient http;
  private final PhotoServiceConfig config;
  private final ServiceTokens tokens;
  private final ObjectMapper mapper;

  HttpPhotoSources(
      HttpClient http, PhotoServiceConfig config, ServiceTokens tokens, ObjectMapper mapper) {
    this.http = http;
    this.config = config;
    this.tokens = tokens;
    this.mapper = mapper;
  }

  record Question(List<UUID> mediaIds) {}

  record Answer(List<Item> sources) {}

  record Item(
      UUID mediaId,
      String status,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Long sizeBytes,
      @Nullable String sha256,
      @Nullable URI url,
      @Nullable Instant expiresAt,
      @Nullable Instant takenAt) {

    Source toSource() {
      if (!status.equals("OK")) {
        return new Source.Absent(mediaId);
      }
      if (kind == null || sizeBytes == null || sha256 == null || url == null || expiresAt == null) {
        return new Source.NotReady(mediaId);
      }
      return "READY".equals(state)
          ? new Source.Readable(
              mediaId, Source.Kind.valueOf(kind), sizeBytes, sha256, url, expiresAt, takenAt)
          : new Source.NotReady(mediaId);
    }
  }

  @Override
  public Map<UUID, Source> find(UserId owner, List<UUID> mediaIds) {
    var wanted = mediaIds.stream().distinct().toList();
    var found = new HashMap<UUID, Source>();
    wanted.forEach(id -> found.put(id, new Source.Absent(id)));
    for (int from = 0; from < wanted.size(); from += MAX_IDS) {
      ask(owner, wanted.subList(from, Math.min(from + MAX_IDS, wanted.size())))
          .forEach(item -> found.replace(item.mediaId(), item.toSource()));
    }
    return Map.copyOf(found);
  }

  private List<Item> ask(UserId owner, List<UUID> mediaIds) {
    try {
      var request =
          HttpRequest.newBuilder(config.baseUrl().resolve("/internal/media/sources"))
              .timeout(config.timeout())
              .header("Authorization", "Bearer " + tokens.mint(CALLEE, owner))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(mapper.writeValueAsString(new Question(mediaIds))))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        LOG.warnf("photo-service refused status=%d", answer.statusCode());
        throw new PhotoServiceUnavailable();
      }
      return mapper.readValue(answer.body(), Answer.class).sources();
    } catch (JsonProcessingException e) {
      LOG.warnf("photo-service answered what can't be read reason=%s", e.getOriginalMessage());
      throw new PhotoServiceUnavailable();
    } catch (IOException e) {
      LOG.warnf("photo-service unreachable reason=%s", e);
      throw new PhotoServiceUnavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhotoServiceUnavailable();
    }
  }
}

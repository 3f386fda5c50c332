package io.albumen.video.film;

import io.albumen.common.UserId;
import io.albumen.video.film.RenderState.Cancelled;
import io.albumen.video.film.RenderState.Deleting;
import io.albumen.video.film.RenderState.Failed;
import io.albumen.video.film.RenderState.Queued;
import io.albumen.video.film.RenderState.Ready;
import io.albumen.video.film.RenderState.Rendering;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A film as a DynamoDB item and back. Times are epoch milliseconds. */
final class DynamoVideoItem {
  /** The sparse index is spread over this many keys, so that no one partition takes all writes. */
  static final int SHARDS = 4;

  private DynamoVideoItem() {}

  static Map<String, AttributeValue> of(Video video) {
    var item = new HashMap<String, AttributeValue>();
    item.put("userId", text(video.owner().value()));
    item.put("videoId", text(video.id()));
    item.put("title", text(video.request().title()));
    item.put("options", map(options(video.request().options())));
    item.put("photoCount", number(video.request().photoCount()));
    item.put("createdAt", time(video.request().createdAt()));
    item.put("state", map(state(video.state())));
    item.put("status", text(video.state().getClass().getSimpleName()));
    item.put("staleKeys", list(video.staleKeys().stream().map(DynamoVideoItem::text).toList()));
    item.put(
        "announcements",
        list(video.announcements().stream().map(told -> map(announcement(told))).toList()));
    item.put("revision", number(video.revision()));
    if (video.dueAt() != null) {
      item.put("dueShard", text(Math.floorMod(video.id().hashCode(), SHARDS)));
      item.put("dueAt", time(video.dueAt()));
    }
    return item;
  }

  static Video toVideo(Map<String, AttributeValue> item) {
    var fields = new Fields(item);
    var request =
        new FilmRequest(
            fields.text("title"),
            options(fields.map("options")),
            fields.integer("photoCount"),
            fields.time("createdAt"));
    return new Video(
        new UserId(fields.uuid("userId")),
        new VideoId(fields.uuid("videoId")),
        request,
        state(fields.text("status"), fields.map("state")),
        fields.list("staleKeys").stream().map(AttributeValue::s).toList(),
        fields.list("announcements").stream().map(told -> announcement(told.m())).toList(),
        item.containsKey("dueAt") ? fields.time("dueAt") : null,
        fields.whole("revision"));
  }

  private static Map<String, AttributeValue> options(FilmOptions options) {
    var map = new HashMap<String, AttributeValue>();
    map.put("aspect", text(options.aspect().name()));
    map.put("resolution", text(options.resolution().name()));
    map.put("secondsPerPhoto", number(options.secondsPerPhoto()));
    map.put("transition", text(options.transition().name()));
    map.put("motion", text(options.motion().name()));
    map.put("order", text(options.order().name()));
    map.put("seed", number(options.seed()));
    if (options.musicMediaId() != null) {
      map.put("musicMediaId", text(options.musicMediaId()));
    }
    return map;
  }

  private static FilmOptions options(Fields fields) {
    return new FilmOptions(
        FilmOptions.Aspect.valueOf(fields.text("aspect")),
        FilmOptions.Resolution.valueOf(fields.text("resolution")),
        Double.parseDouble(fields.number("secondsPerPhoto")),
        FilmOptions.Transition.valueOf(fields.text("transition")),
        FilmOptions.Motion.valueOf(fields.text("motion")),
        FilmOptions.PhotoOrder.valueOf(fields.text("order")),
        fields.whole("seed"),
        fields.optionalUuid("musicMediaId"));
  }

  private static Map<String, AttributeValue> state(RenderState state) {
    return switch (state) {
      case Queued(int attempts) -> Map.of("attempts", number(attempts));
      case Rendering(int attempts, Lease lease, int progress) ->
          Map.of(
              "attempts", number(attempts),
              "token", text(lease.token()),
              "key", text(lease.key()),
              "until", time(lease.until()),
              "progress", number(progress));
      case Ready(Film film) ->
          Map.of(
              "key", text(film.key()),
              "durationMs", number(film.durationMs()),
              "sizeBytes", number(film.sizeBytes()));
      case Failed(Failure failure) ->
          Map.of("code", text(failure.code()), "detail", text(failure.detail()));
      case Cancelled _, Deleting _ -> Map.of();
    };
  }

  private static RenderState state(String status, Fields fields) {
    return switch (status) {
      case "Queued" -> new Queued(fields.integer("attempts"));
      case "Rendering" ->
          new Rendering(
              fields.integer("attempts"),
              new Lease(fields.uuid("token"), fields.text("key"), fields.time("until")),
              fields.integer("progress"));
      case "Ready" ->
          new Ready(
              new Film(fields.text("key"), fields.whole("durationMs"), fields.whole("sizeBytes")));
      case "Failed" -> new Failed(new Failure(fields.text("code"), fields.text("detail")));
      case "Cancelled" -> new Cancelled();
      case "Deleting" -> new Deleting();
      default -> throw new IllegalStateException("film has unknown status " + status);
    };
  }

  private static Map<String, AttributeValue> announcement(Announcement told) {
    return Map.of("id", text(told.id()), "kind", text(told.kind()), "at", time(told.at()));
  }

  private static Announcement announcement(Map<String, AttributeValue> map) {
    var fields = new Fields(map);
    return new Announcement(
        fields.uuid("id"), Announcement.Kind.valueOf(fields.text("kind")), fields.time("at"));
  }

  static AttributeValue text(Object value) {
    return AttributeValue.fromS(value.toString());
  }

  static AttributeValue number(Number value) {
    return AttributeValue.fromN(value.toString());
  }

  static AttributeValue time(Instant value) {
    return number(value.toEpochMilli());
  }

  private static AttributeValue map(Map<String, AttributeValue> value) {
    return AttributeValue.fromM(value);
  }

  private static AttributeValue list(List<AttributeValue> value) {
    return AttributeValue.fromL(value);
  }

  /** Reads attributes by name; an absent one is our own bug. */
  record Fields(Map<String, AttributeValue> item) {
    private AttributeValue required(String name) {
      var value = item.get(name);
      if (value == null) {
        throw new IllegalStateException("film item lacks " + name);
      }
      return value;
    }

    String text(String name) {
      return required(name).s();
    }

    String number(String name) {
      return required(name).n();
    }

    int integer(String name) {
      return Integer.parseInt(number(name));
    }

    long whole(String name) {
      return Long.parseLong(number(name));
    }

    Instant time(String name) {
      return Instant.ofEpochMilli(whole(name));
    }

    UUID uuid(String name) {
      return UUID.fromString(text(name));
    }

    @Nullable UUID optionalUuid(String name) {
      return item.containsKey(name) ? uuid(name) : null;
    }

    List<AttributeValue> list(String name) {
      return required(name).l();
    }

    SdkBytes bytes(String name) {
      return required(name).b();
    }

    Fields map(String name) {
      return new Fields(required(name).m());
    }
  }
}

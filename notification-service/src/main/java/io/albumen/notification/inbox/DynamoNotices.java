package io.albumen.notification.inbox;

import static io.albumen.notification.runtime.UserTable.number;
import static io.albumen.notification.runtime.UserTable.text;

import io.albumen.notification.account.SecurityChange;
import io.albumen.notification.runtime.StoredItem;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How notices are written in an item: {@code type} and a member for each component. */
final class DynamoNotices {
  private DynamoNotices() {}

  static Map<String, AttributeValue> write(Notice notice) {
    return switch (notice) {
      case Notice.Welcome(var name) -> Map.of("type", text("WELCOME"), "displayName", text(name));
      case Notice.VideoReady(var video, var title, var duration) ->
          Map.of(
              "type", text("VIDEO_READY"),
              "videoId", text(video.toString()),
              "title", text(title),
              "durationMs", number(duration.toMillis()));
      case Notice.VideoFailed(var video, var title, var code, var detail) ->
          Map.of(
              "type", text("VIDEO_FAILED"),
              "videoId", text(video.toString()),
              "title", text(title),
              "code", text(code),
              "detail", text(detail));
      case Notice.MediaRejected(var media, var name, var code, var detail) ->
          Map.of(
              "type", text("MEDIA_REJECTED"),
              "mediaId", text(media.toString()),
              "title", text(name),
              "code", text(code),
              "detail", text(detail));
      case Notice.SecurityChanged(var change) -> Map.of("type", text(change.name()));
    };
  }

  static Notice read(StoredItem item) {
    var type = item.text("type");
    return switch (type) {
      case "WELCOME" -> new Notice.Welcome(item.text("displayName"));
      case "VIDEO_READY" ->
          new Notice.VideoReady(
              item.uuid("videoId"),
              item.text("title"),
              Duration.ofMillis(item.number("durationMs")));
      case "VIDEO_FAILED" ->
          new Notice.VideoFailed(
              item.uuid("videoId"), item.text("title"), item.text("code"), item.text("detail"));
      case "MEDIA_REJECTED" ->
          new Notice.MediaRejected(
              item.uuid("mediaId"), item.text("title"), item.text("code"), item.text("detail"));
      default -> new Notice.SecurityChanged(SecurityChange.valueOf(type));
    };
  }
}

package io.albumen.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.albumen.common.ErrorKind;
import io.albumen.common.Problem;
import io.albumen.common.security.Caller;
import io.albumen.notification.account.SecurityChange;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notifications")
@Authenticated
@RunOnVirtualThread
class NotificationResource {
  private final InboxService inbox;
  private final Caller caller;

  NotificationResource(InboxService inbox, Caller caller) {
    this.inbox = inbox;
    this.caller = caller;
  }

  enum NotificationType {
    WELCOME,
    VIDEO_READY,
    VIDEO_FAILED,
    MEDIA_REJECTED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    MFA_ENABLED,
    MFA_DISABLED,
    SIGNED_OUT_EVERYWHERE;

    static NotificationType of(SecurityChange change) {
      return switch (change) {
        case PASSWORD_CHANGED -> PASSWORD_CHANGED;
        case PASSWORD_RESET -> PASSWORD_RESET;
        case MFA_ENABLED -> MFA_ENABLED;
        case MFA_DISABLED -> MFA_DISABLED;
        case SIGNED_OUT_EVERYWHERE -> SIGNED_OUT_EVERYWHERE;
      };
    }
  }

  enum ReadStatus {
    OK,
    FAILED
  }

  /**
   * @param title of the film, or the name of the file
   * @param code why it failed or was rejected: stable, kebab-case
   * @param detail the same for people
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NotificationView(
      @Schema(required = true) UUID id,
      @Schema(required = true) NotificationType type,
      @Schema(required = true) Instant createdAt,
      @Nullable Instant readAt,
      @Nullable String title,
      @Nullable UUID videoId,
      @Nullable UUID mediaId,
      @Nullable Long durationMs,
      @Nullable String code,
      @Nullable String detail) {
    static NotificationView of(InboxItem item) {
      return switch (item.notice()) {
        case Notice.Welcome _ ->
            view(item, NotificationType.WELCOME, null, null, null, null, null, null);
        case Notice.VideoReady(var video, var title, var duration) ->
            view(
                item,
                NotificationType.VIDEO_READY,
                title,
                video,
                null,
                duration.toMillis(),
                null,
                null);
        case Notice.VideoFailed(var video, var title, var code, var detail) ->
            view(item, NotificationType.VIDEO_FAILED, title, video, null, null, code, detail);
        case Notice.MediaRejected(var media, var name, var code, var detail) ->
            view(item, NotificationType.MEDIA_REJECTED, name, null, media, null, code, detail);
        case Notice.SecurityChanged(var change) ->
            view(item, NotificationType.of(change), null, null, null, null, null, null);
      };
    }

    private static NotificationView view(
        InboxItem item,
        NotificationType type,
        @Nullable String title,
        @Nullable UUID videoId,
        @Nullable UUID mediaId,
        @Nullable Long durationMs,
        @Nullable String code,
        @Nullable String detail) {
      return new NotificationView(
          item.id(),
          type,
          item.createdAt(),
          item.readAt(),
          title,
          videoId,
          mediaId,
          durationMs,
          code,
          detail);
    }
  }

  /**
   * @param unread how many of all are unread, not only of this page
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NotificationPage(
      @Schema(required = true) List<NotificationView> items,
      @Nullable String nextCursor,
      @Schema(required = true) int unread) {}

  record MarkRead(
      @NotNull @Size(min = 1, max = 500) @Schema(required = true) List<@NotNull UUID> ids) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadResult(
      @Schema(required = true) UUID id,
      @Schema(required = true) ReadStatus status,
      @Nullable Problem problem) {}

  record ReadResults(@Schema(required = true) List<ReadResult> results) {}

  @GET
  public NotificationPage list(
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery String cursor) {
    var listing = inbox.list(caller.userId(), cursor, limit);
    return new NotificationPage(
        listing.items().stream().map(NotificationView::of).toList(),
        listing.nextCursor(),
        listing.unread());
  }

  @POST
  @Path("/read")
  public ReadResults read(@NotNull @Valid MarkRead request) {
    var found = inbox.markRead(caller.userId(), request.ids());
    return new ReadResults(
        request.ids().stream().distinct().map(id -> result(id, found.contains(id))).toList());
  }

  private static ReadResult result(UUID id, boolean found) {
    return found
        ? new ReadResult(id, ReadStatus.OK, null)
        : new ReadResult(
            id,
            ReadStatus.FAILED,
            Problem.of(
                ErrorKind.NOT_FOUND, "notification-not-found", "There is no such notification."));
  }
}

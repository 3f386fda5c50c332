package io.albumen.local;

import java.util.ArrayList;
import java.util.List;

/** What the fleet finds on AWS: declared here, made by each part when it starts. */
public final class FleetResources {

  public static final String REGION = "eu-west-1";
  public static final String ACCOUNT = "000000000000";
  public static final String BUCKET = "albumen-media";
  public static final String BUS = "albumen";
  public static final String DATABASE = "photo";
  public static final String USER_POOL = "eu-west-1_albumen01";
  public static final String USER_POOL_CLIENT = "albumen-web";
  public static final List<String> GROUPS = List.of("moderator", "admin");
  public static final List<String> MAIL_SENDERS =
      List.of("albumen@localhost", "no-reply@albumen.local");
  public static final String DEAD_LETTERS = "-dlq";
  public static final int MAX_RECEIVES = 5;

  public static final List<String> QUEUES =
      List.of(
          "media-processing",
          "video-render",
          "auth-events",
          "photo-events",
          "video-events",
          "notification-events");

  public static final List<Table> TABLES =
      List.of(
          new Table("accounts", List.of("id"), List.of()),
          new Table("videos", List.of("userId", "videoId"), List.of()),
          new Table("notifications", List.of("userId", "id"), List.of("expiresAt")));

  private static final List<Subscription> SUBSCRIPTIONS =
      List.of(
          new Subscription(
              "notification-events",
              List.of(
                  "UserVerified",
                  "UserProfileChanged",
                  "UserSuspended",
                  "UserDeletionRequested",
                  "UserDeleted",
                  "UserDeletionCompleted",
                  "SecurityEvent",
                  "VideoReady",
                  "VideoFailed",
                  "MediaRejected")),
          new Subscription(
              "photo-events",
              List.of("UserVerified", "UserProfileChanged", "UserSuspended", "UserDeleted")),
          new Subscription("video-events", List.of("UserSuspended", "UserDeleted", "MediaPurged")),
          new Subscription("auth-events", List.of("UserDataErased")));

  private FleetResources() {}

  /**
   * A table, on demand, with the sparse index {@code due} that every sweeper uses.
   *
   * @param key hash key and, where there is one, range key; all are strings
   * @param ttl at most one attribute, epoch seconds, after which an item goes away
   */
  public record Table(String name, List<String> key, List<String> ttl) {}

  /** A rule of the bus: these detail types go to that queue, {@code $.detail} alone. */
  public record Subscription(String queue, List<String> detailTypes) {}

  /** The rules of the bus; each is named after its queue. */
  public static List<Subscription> subscriptions() {
    return SUBSCRIPTIONS;
  }

  /** Every queue with its dead-letter queue, dead letters first. */
  public static List<String> allQueues() {
    var names = new ArrayList<String>();
    QUEUES.forEach(queue -> names.add(queue + DEAD_LETTERS));
    names.addAll(QUEUES);
    return List.copyOf(names);
  }

  public static String queueArn(String queue) {
    return "arn:aws:sqs:%s:%s:%s".formatted(REGION, ACCOUNT, queue);
  }
}

package io.albumen.photo.media.library;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaRows;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.Taken;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores items and their originals and renditions. Every statement on them names the owner. */
@ApplicationScoped
class MediaRepository {

  void insert(Transaction transaction, MediaItem item, Instant stalledAt) {
    var original = item.original();
    var taken = item.taken();
    transaction.later(
        """
        insert into media (owner_id, id, kind, state, version, name, content_type, size_bytes,
          sha256, rendition_key, taken_at, utc_offset_minutes, taken_at_source, local_time, bucket,
          uploaded_at, stalled_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        item.owner().value(),
        item.id().value(),
        item.kind(),
        item.state(),
        item.version(),
        original.name().value(),
        original.contentType(),
        original.sizeBytes(),
        original.sha256(),
        item.renditionKey(),
        taken.at(),
        taken.utcOffsetMinutes(),
        taken.source(),
        taken.localTime(),
        taken.bucket(),
        item.uploadedAt(),
        stalledAt);
  }

  void insertVersion(Transaction transaction, MediaItem item, UUID upload, ObjectVersion object) {
    var original = item.original();
    transaction.later(
        """
        insert into media_versions (owner_id, media_id, version, upload_id, name, content_type,
          size_bytes, sha256, object_key, object_version, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        item.owner().value(),
        item.id().value(),
        item.version(),
        upload,
        original.name().value(),
        original.contentType(),
        original.sizeBytes(),
        original.sha256(),
        object.key(),
        object.versionId(),
        item.uploadedAt());
  }

  /** The bytes of the current version may have another hash than was announced. */
  void doubt(Transaction transaction, MediaItem item) {
    transaction.update(
        """
        update media_versions set verified = false
        where owner_id = ? and media_id = ? and version = ?
        """,
        item.owner().value(),
        item.id().value(),
        item.version());
    transaction.update(
        "update media set holds_hash = false where owner_id = ? and id = ?",
        item.owner().value(),
        item.id().value());
  }

  boolean isProven(Transaction transaction, UserId owner, MediaId id, ObjectVersion object) {
    return transaction
        .query(
            """
            select coalesce(bool_and(verified), false) as proven from media_versions
            where owner_id = ? and media_id = ? and object_key = ?
            """,
            row -> row.flag("proven"),
            owner.value(),
            id.value(),
            object.key())
        .getFirst();
  }

  /** Under the account's lock, lest two come to hold the same hash. */
  void prove(Transaction transaction, MediaItem item, ObjectVersion object) {
    transaction.update(
        """
        update media_versions set verified = true
        where owner_id = ? and media_id = ? and object_key = ?
        """,
        item.owner().value(),
        item.id().value(),
        object.key());
    holdHash(transaction, item.owner(), item.id());
  }

  /** Unless the current original is in doubt, or another item holds the same. */
  static void holdHash(Transaction transaction, UserId owner, MediaId id) {
    transaction.update(
        """
        update media m set holds_hash = true
        where m.owner_id = ? and m.id = ? and not m.holds_hash
          and exists (
            select from media_versions v where v.owner_id = m.owner_id and v.media_id = m.id
              and v.version = m.version and v.verified)
          and not exists (
            select from media o where o.owner_id = m.owner_id and o.sha256 = m.sha256
              and o.holds_hash and o.state in ('PROCESSING', 'READY'))
        """,
        owner.value(),
        id.value());
  }

  Optional<MediaItem> find(Transaction transaction, UserId owner, MediaId id) {
    return transaction.find(
        "select * from media where owner_id = ? and id = ?",
        MediaRows::item,
        owner.value(),
        id.value());
  }

  /** Holds the row until the transaction ends. */
  Optional<MediaItem> lock(Transaction transaction, UserId owner, MediaId id) {
    return transaction.find(
        "select * from media where owner_id = ? and id = ? for update",
        MediaRows::item,
        owner.value(),
        id.value());
  }

  /** Those that are the owner's, in no particular order. */
  List<MediaItem> findAll(Transaction transaction, UserId owner, List<UUID> ids) {
    return transaction.query(
        "select * from media where owner_id = ? and id = any(?)",
        MediaRows::item,
        owner.value(),
        ids);
  }

  /** The item that holds these bytes, unless it was refused or failed. */
  Optional<MediaId> findByHash(Transaction transaction, UserId owner, String sha256) {
    return transaction.find(
        """
        select id from media
        where owner_id = ? and sha256 = ? and state in ('PROCESSING', 'READY') and holds_hash
        """,
        row -> new MediaId(row.uuid("id")),
        owner.value(),
        sha256);
  }

  /** The live items with these bytes, by their hash. */
  Map<String, MediaId> findByHashes(Transaction transaction, UserId owner, List<String> hashes) {
    return transaction
        .query(
            """
            select sha256, id from media
            where owner_id = ? and sha256 = any(?) and state in ('PROCESSING', 'READY')
              and holds_hash
            """,
            row -> Map.entry(row.text("sha256"), new MediaId(row.uuid("id"))),
            owner.value(),
            hashes)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Where the bytes of the current version lie; none once they are gone. */
  Optional<ObjectVersion> findObject(Transaction transaction, MediaItem item) {
    return transaction.find(
        """
        select object_key, object_version from media_versions
        where owner_id = ? and media_id = ? and version = ?
        """,
        row -> new ObjectVersion(row.text("object_key"), row.text("object_version")),
        item.owner().value(),
        item.id().value(),
        item.version());
  }

  /** As {@link #findObject}, for many items of one owner. */
  Map<MediaId, ObjectVersion> findObjects(Transaction transaction, UserId owner, List<UUID> ids) {
    return transaction
        .query(
            """
            select v.media_id, v.object_key, v.object_version
            from media_versions v join media m
              on m.owner_id = v.owner_id and m.id = v.media_id and m.version = v.version
            where v.owner_id = ? and v.media_id = any(?)
            """,
            row ->
                Map.entry(
                    new MediaId(row.uuid("media_id")),
                    new ObjectVersion(row.text("object_key"), row.text("object_version"))),
            owner.value(),
            ids)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<Rendition> findRenditions(Transaction transaction, UserId owner, MediaId id) {
    return transaction.query(
        "select * from renditions where owner_id = ? and media_id = ? order by name",
        MediaRows::rendition,
        owner.value(),
        id.value());
  }

  boolean isProcessing(Transaction transaction, UserId owner) {
    return transaction
        .query(
            """
            select exists (select from media where owner_id = ? and state = 'PROCESSING')
              or exists (select from media_versions
                where owner_id = ? and pending_key is not null) as busy
            """,
            row -> row.flag("busy"),
            owner.value(),
            owner.value())
        .getFirst();
  }

  void markReady(
      Transaction transaction,
      MediaItem item,
      MediaFormat.Kind kind,
      Taken taken,
      Findings findings) {
    var camera = findings.camera() == null ? Findings.Camera.UNKNOWN : findings.camera();
    var details = findings.details();
    var track = details.track() == null ? Findings.Track.NONE : details.track();
    transaction.update(
        """
        update media set state = 'READY', problem_code = null, problem_detail = null, kind = ?,
          width = ?, height = ?, duration_ms = ?, thumbhash = ?, taken_at = ?,
          utc_offset_minutes = ?, taken_at_source = ?, local_time = ?, bucket = ?,
          camera_make = ?, camera_model = ?, lens = ?, exposure_seconds = ?, f_number = ?, iso = ?,
          focal_length_mm = ?, animated = ?, content_id = ?, container = ?, video_codec = ?,
          audio_codec = ?, frame_rate = ?, bitrate = ?, sample_rate = ?, channels = ?,
          track_title = ?, artist = ?, album = ?
        where owner_id = ? and id = ?
        """,
        kind,
        findings.width(),
        findings.height(),
        findings.durationMs(),
        findings.thumbhash(),
        taken.at(),
        taken.utcOffsetMinutes(),
        taken.source(),
        taken.localTime(),
        taken.bucket(),
        camera.make(),
        camera.model(),
        camera.lens(),
        camera.exposureSeconds(),
        camera.fNumber(),
        camera.iso(),
        camera.focalLengthMillimeters(),
        details.animated(),
        details.contentId(),
        track.container(),
        track.videoCodec(),
        track.audioCodec(),
        track.frameRate(),
        track.bitrate(),
        track.sampleRate(),
        track.channels(),
        track.title(),
        track.artist(),
        track.album(),
        item.owner().value(),
        item.id().value());
    if (findings.place() != null || item.findings().place() != null) {
      savePlace(transaction, item, findings.place());
    }
  }

  /** Unless somebody set it, or took it away, by hand. */
  private static void savePlace(
      Transaction transaction, MediaItem item, Findings.@Nullable Place place) {
    var name = place == null ? null : place.name();
    transaction.update(
        """
        update media set latitude = ?, longitude = ?, altitude_meters = ?, city = ?, region = ?,
          country = ?, country_code = ?, place_source = ?
        where owner_id = ? and id = ? and place_source is distinct from 'EDITED'
        """,
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        place == null ? null : place.altitudeMeters(),
        name == null ? null : name.city(),
        name == null ? null : name.region(),
        name == null ? null : name.country(),
        name == null ? null : name.countryCode(),
        place == null ? null : Findings.Place.Source.ORIGINAL,
        item.owner().value(),
        item.id().value());
  }

  /** Renditions lie under another key from now on; of those before, no row is left. */
  void changeRenditionKey(Transaction transaction, MediaItem item, String renditionKey) {
    transaction.update(
        "delete from renditions where owner_id = ? and media_id = ?",
        item.owner().value(),
        item.id().value());
    transaction.update(
        "update media set rendition_key = ? where owner_id = ? and id = ?",
        renditionKey,
        item.owner().value(),
        item.id().value());
  }

  void insertRendition(Transaction transaction, MediaItem item, Rendition rendition) {
    transaction.update(
        """
        insert into renditions (owner_id, media_id, name, content_type, width, height, size_bytes)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        item.owner().value(),
        item.id().value(),
        rendition.name(),
        rendition.contentType(),
        rendition.width(),
        rendition.height(),
        rendition.sizeBytes());
  }

  void markFaulty(Transaction transaction, MediaItem item, MediaState state, Fault fault) {
    transaction.update(
        """
        update media set state = ?, problem_code = ?, problem_detail = ?
        where owner_id = ? and id = ?
        """,
        state,
        fault.code(),
        fault.detail(),
        item.owner().value(),
        item.id().value());
  }

  void deleteVersions(Transaction transaction, MediaItem item) {
    transaction.update(
        "delete from media_versions where owner_id = ? and media_id = ?",
        item.owner().value(),
        item.id().value());
  }

  /** Items of any owner that have been processed for too long, put off until the given time. */
  List<MediaLibrary.ProcessMedia> claimStalled(
      Transaction transaction, Instant now, Instant until, int limit) {
    return transaction.query(
        """
        update media m set stalled_at = ?
        from (
          select owner_id, id from media where state = 'PROCESSING' and stalled_at <= ?
          order by stalled_at limit ? for update skip locked
        ) due
        where m.owner_id = due.owner_id and m.id = due.id
        returning m.id, m.owner_id
        """,
        row -> new MediaLibrary.ProcessMedia(row.uuid("id"), row.uuid("owner_id")),
        until,
        now,
        limit);
  }
}

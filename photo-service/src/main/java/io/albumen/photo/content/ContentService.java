package io.albumen.photo.content;

import io.albumen.common.UserId;
import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedUrl;
import io.albumen.media.MediaFormat;
import io.albumen.photo.media.FileName;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.library.MediaReader;
import io.albumen.photo.media.library.MediaReader.Files;
import io.albumen.photo.storage.Download;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hands out URLs of content: originals from the bucket, as attachments; renditions by the CDN. */
@ApplicationScoped
class ContentService {
  private final MediaReader media;
  private final ObjectStore objects;
  private final CdnUrls cdn;
  private final ContentConfig config;
  private final Clock clock;

  ContentService(
      MediaReader media, ObjectStore objects, CdnUrls cdn, ContentConfig config, Clock clock) {
    this.media = media;
    this.objects = objects;
    this.cdn = cdn;
    this.config = config;
    this.clock = clock;
  }

  /** Whether content is to be looked at or to be saved under its name. */
  enum Purpose {
    VIEW,
    SAVE
  }

  /** An original that another service may read. */
  record Source(MediaItem item, SignedUrl content) {}

  Files get(UserId owner, MediaId id) {
    return media.get(owner, id);
  }

  List<MediaItem> findAll(UserId owner, List<UUID> ids) {
    return media.findAll(owner, ids);
  }

  /** A URL of one form of an item. */
  SignedUrl link(UserId owner, MediaId id, Variant variant, Purpose purpose) {
    var files = media.get(owner, id);
    var rendition =
        files.renditions().stream().filter(made -> variant.isNameOf(made.name())).findFirst();
    if (rendition.isPresent()) {
      return rendition(files, rendition.get(), purpose);
    }
    return files
        .object()
        .filter(object -> isOriginal(files.item(), variant))
        .map(object -> original(files.item(), object, purpose))
        .orElseThrow(() -> new ContentException.NoSuchVariant(id, variant));
  }

  /** What moves or sounds has a form of its own for playing only if browsers need one. */
  private static boolean isOriginal(MediaItem item, Variant variant) {
    boolean plays = item.kind() != MediaFormat.Kind.PHOTO && item.state() == MediaState.READY;
    return variant == Variant.ORIGINAL || variant == Variant.PLAYBACK && plays;
  }

  /**
   * The originals among the ids that are the owner's and still there.
   *
   * @return by media id; what is missing is not there, or not the owner's
   */
  Map<UUID, Source> sources(UserId owner, List<UUID> ids) {
    return media.findAllFiles(owner, ids).stream()
        .flatMap(
            files ->
                files.object().stream()
                    .map(
                        object ->
                            new Source(files.item(), original(files.item(), object, Purpose.VIEW))))
        .collect(Collectors.toMap(source -> source.item().id().value(), Function.identity()));
  }

  private SignedUrl original(MediaItem item, ObjectVersion object, Purpose purpose) {
    var lifetime = config.urlLifetime();
    var disposition =
        switch (purpose) {
          case VIEW -> Attachment.unnamed();
          case SAVE -> Attachment.named(item.original().name());
        };
    var download = new Download(object, item.original().contentType(), disposition);
    return new SignedUrl(objects.presignGet(download, lifetime), clock.instant().plus(lifetime));
  }

  private SignedUrl rendition(Files files, Rendition rendition, Purpose purpose) {
    var key = files.renditionPrefix() + rendition.name();
    return switch (purpose) {
      case VIEW -> cdn.sign(key);
      case SAVE ->
          cdn.sign(
              key,
              Map.of(
                  "response-content-disposition",
                  Attachment.named(nameOf(files.item(), rendition))));
    };
  }

  /** The original's name with the rendition's extension. */
  private static FileName nameOf(MediaItem item, Rendition rendition) {
    var name = item.original().name().value();
    var dot = name.lastIndexOf('.');
    var stem = dot > 0 ? name.substring(0, dot) : name;
    return FileName.of(stem + rendition.name().substring(rendition.name().lastIndexOf('.')));
  }
}

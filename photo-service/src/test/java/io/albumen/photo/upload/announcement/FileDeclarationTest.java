package io.albumen.photo.upload.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.media.MediaFormat;
import io.albumen.photo.upload.announcement.FileDeclaration.Announced;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDeclarationTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final UploadConfig LIMITS =
      new SmallRyeConfigBuilder()
          .withMapping(UploadConfig.class)
          .withConverter(MemorySize.class, 200, new MemorySizeConverter())
          .build()
          .getConfigMapping(UploadConfig.class);

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, PHOTO",
    "IMAGE/HEIF, PHOTO",
    "image/tiff, PHOTO",
    "image/x-canon-cr2, PHOTO",
    "image/x-adobe-dng, PHOTO",
    "video/quicktime, VIDEO",
    "audio/x-wav, SOUND"
  })
  void takesMediaByAnyUsualName(String contentType, MediaFormat.Kind kind) {
    assertThat(declare("a.bin", contentType, 1, HASH).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/svg+xml",
        "text/html",
        "application/pdf",
        "multipart/related",
        "image/jpeg; charset=x",
        "",
        "<script>"
      })
  void attack27And40TakesNothingElse(String contentType) {
    assertThatThrownBy(() -> declare("page.svg", contentType, 1, HASH))
        .isInstanceOf(UploadException.TypeNotTaken.class)
        .hasMessageContaining("page.svg")
        .hasMessageNotContaining("<");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void attack31RefusesEmptyFilesByName(long size) {
    assertThatThrownBy(() -> declare("empty.jpg", "image/jpeg", size, HASH))
        .isInstanceOf(UploadException.Empty.class)
        .hasMessageContaining("empty.jpg");
  }

  @Test
  void takesFilesUpToTheirLimit() {
    assertThat(declare("a.mp4", "video/mp4", 5L << 30, HASH).sizeBytes()).isEqualTo(5L << 30);
    assertThatThrownBy(() -> declare("a.mp4", "video/mp4", (5L << 30) + 1, HASH))
        .isInstanceOf(UploadException.TooLarge.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
  void refusesWhatIsNoHash(String hash) {
    assertThatThrownBy(() -> declare("a.jpg", "image/jpeg", 1, hash))
        .isInstanceOf(UploadException.BadHash.class);
  }

  @Test
  void attack28RefusesEndlessNames() {
    assertThatThrownBy(() -> declare("a".repeat(1025), "image/jpeg", 1, HASH))
        .isInstanceOf(UploadException.BadName.class);
  }

  private static FileDeclaration declare(String name, String type, long size, String hash) {
    return FileDeclaration.of(new Announced(name, type, size, hash, null), LIMITS);
  }
}

package io.albumen.video.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void keepsThePlainAndTheTrueName() {
    assertThat(FileName.attachment("Été 2025"))
        .isEqualTo(
            "attachment; filename=\"Ete 2025.mp4\"; filename*=UTF-8''%C3%89t%C3%A9%202025.mp4");
  }

  @Test
  void attack28And42TitleCannotLeaveItsQuotesOrItsFolder() {
    assertThat(FileName.attachment("../../etc/\"passwd\r\nX: y\u202e"))
        .isEqualTo(
            "attachment; filename=\"etc passwd X y.mp4\"; filename*=UTF-8''etc%20passwd%20X%20y.mp4");
  }

  @Test
  void attack28TitleOfNothingSafeStillHasAName() {
    assertThat(FileName.attachment("<<>>")).contains("filename=\"film.mp4\"");
  }

  @Test
  void longTitlesAreCutBetweenCharacters() {
    assertThat(FileName.attachment("😀a".repeat(300))).hasSizeLessThan(600);
  }
}

package io.albumen.photo.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.media.FileName;
import org.junit.jupiter.api.Test;

class AttachmentTest {

  @Test
  void namesTheFilePlainlyAndExactly() {
    assertThat(Attachment.named(new FileName("Grüße 1.jpg")))
        .isEqualTo(
            "attachment; filename=\"Gr__e 1.jpg\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%201.jpg");
  }

  @Test
  void attack28And42LetsNoNameEndTheHeader() {
    assertThat(Attachment.named(new FileName("a\"; x=\\\r\nSet-Cookie: b;.jpg")))
        .isEqualTo(
            "attachment; filename=\"a_; x=___Set-Cookie: b;.jpg\";"
                + " filename*=UTF-8''a%22%3B%20x%3D%5C%0D%0ASet-Cookie%3A%20b%3B.jpg");
  }
}

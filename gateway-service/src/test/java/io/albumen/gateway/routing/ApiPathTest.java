package io.albumen.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ApiPathTest {
  static final List<String> TRICKS =
      List.of(
          "/api/v1",
          "/api/v1/",
          "/api/v2/media",
          "/api/v1//media",
          "/api/v1/media/",
          "/api/v1/media//1",
          "/api/v1/./media",
          "/api/v1/../internal/sources",
          "/api/v1/media/../../../internal/sources",
          "/api/v1/media/..",
          "/api/v1/media/.",
          "/api/v1/media/%2e%2e/internal",
          "/api/v1/media/%2E%2E%2finternal",
          "/api/v1/media/.%2e/internal",
          "/api/v1/media%2f..%2f..%2finternal",
          "/api/v1/media/..%5cinternal",
          "/api/v1/media/..\\internal",
          "/api/v1/media/..;/internal",
          "/api/v1/media;a=b/1",
          "/api/v1/media/%00",
          "/api/v1/media/%0d%0aX-Evil:1",
          "/api/v1/media/%252e%252e/internal",
          "/api/v1/media/%zz",
          "/api/v1/media/%2",
          "/api/v1/media/ö",
          "/api/v1/media/a b",
          "/api/v1/media/<b>");

  @ParameterizedTest
  @FieldSource("TRICKS")
  void refusesEverySpellingButOne(String path) {
    assertThat(ApiPath.of(path)).isEmpty();
  }

  @Test
  void namesSegmentOfAPlainPath() {
    assertThat(ApiPath.of("/api/v1/media/019f-1:x@y~z/content")).contains(new ApiPath("media", ""));
  }

  @Test
  void namesServiceOfAnAdminPath() {
    assertThat(ApiPath.of("/api/v1/admin/photo/stats")).contains(new ApiPath("admin", "photo"));
  }

  @Test
  void acceptsEncodedTextInASegment() {
    assertThat(ApiPath.of("/api/v1/media/tags/%C3%B6l%20bild")).contains(new ApiPath("media", ""));
  }
}

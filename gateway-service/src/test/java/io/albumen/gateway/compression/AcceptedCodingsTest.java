package io.albumen.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCodingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "GZIP", "br,gzip", "br , gzip; q=0.1", "*", "*;q=0, gzip", "x-gzip"})
  void allowsWhatTheClientTakes(String header) {
    assertThat(AcceptedCodings.of(List.of(header)).allows("gzip")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "gzip;q=0",
        "gzip;q=0.000, *",
        "gzip ; Q=0",
        "*;q=0",
        "gzipped",
        "identity"
      })
  void allowsNothingElse(String header) {
    assertThat(AcceptedCodings.of(List.of(header)).allows("gzip")).isFalse();
  }

  @Test
  void readsSeveralLinesAsOne() {
    assertThat(AcceptedCodings.of(List.of("br", "gzip")).allows("gzip")).isTrue();
  }
}

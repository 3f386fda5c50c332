package io.albumen.common;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConventionsTest {
  private record Named(String name) {}

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void attack44TenThousandDeepJsonIsRefused(String opening) {
    var json = opening.repeat(10_000);

    assertThatThrownBy(() -> JsonConventions.mapper().readTree(json))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void attack44DuplicateKeysAreRefused() {
    var json = "{\"name\":\"ada\",\"name\":\"bob\"}";

    assertThatThrownBy(() -> JsonConventions.mapper().readValue(json, Named.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("Duplicate field");
  }
}

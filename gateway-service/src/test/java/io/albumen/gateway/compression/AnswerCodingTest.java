package io.albumen.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCodingTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8192, 65_537, 1_000_000})
  void comesOutAsItWentIn(int length) throws IOException {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    try (var coding = new AnswerCoding()) {
      var coded = Buffer.buffer();
      for (int from = 0; from < length; from += 30_000) {
        coded.appendBuffer(
            coding.take(Buffer.buffer(bytes).slice(from, Math.min(length, from + 30_000))));
      }
      coded.appendBuffer(coding.finish());

      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(coded.getBytes()))) {
        assertThat(gzip.readAllBytes()).isEqualTo(bytes);
      }
    }
  }
}

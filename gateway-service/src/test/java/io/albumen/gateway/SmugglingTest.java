package io.albumen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request must not become two, whatever it says of its length. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class SmugglingTest {
  private static final String POST = "POST /api/v1/media HTTP/1.1\r\nHost: localhost\r\n";
  private static final String SECOND = "GET /api/v1/users/smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final int MARGIN = 200;

  @BeforeEach
  void forget() {
    Upstream.SEEN.clear();
  }

  private static RawHttp client() throws IOException {
    return new RawHttp(URI.create("http://127.0.0.1:" + RestAssured.port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: +5\r\n\r\nabcde",
        "Content-Length: 0x5\r\n\r\nabcde",
        "Content-Length: 5 5\r\n\r\nabcde",
        "Content-Length: 5, 6\r\n\r\nabcde",
        "Transfer-Encoding: xchunked\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n",
        "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Host: other\r\nContent-Length: 0\r\n\r\n"
      })
  void attack44RefusesBodiesWhoseEndIsAmbiguous(String framing) throws IOException {
    try (var client = client()) {
      client.send(POST + framing);

      assertThat(client.status()).isBetween(400, 501);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: %d\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nX-Ignored: a\r\n\tTransfer-Encoding: chunked\r\nX: %d\r\n\r\n"
      })
  void attack44SmugglesNoSecondRequestToAService(String framing) throws IOException {
    var first = POST + "Connection: close\r\n" + framing.formatted(SECOND.length() + 5);
    try (var client = client()) {
      client.send(first + SECOND);
      readAll(client.in());
    }

    assertThat(Upstream.SEEN).doesNotContain("/api/v1/users/smuggled");
  }

  @Test
  void attack44NamesNoLengthAsAHeaderOfOneHop() throws IOException {
    try (var client = client()) {
      client.send(POST + "Connection: Content-Length\r\nContent-Length: 5\r\n\r\nabcde");
      client.send("GET /api/v1/media HTTP/1.0\r\nHost: a\r\n\r\n");

      assertThat(readAll(client.in())).contains("\"bodyBytes\":5");
    }
  }

  @Test
  void attack44PassesAFoldedHeaderOnAsOneLine() throws IOException {
    try (var client = client()) {
      client.send(POST + "X-Note: a\r\n Connection: close\r\nContent-Length: 0\r\n\r\n");

      assertThat(client.status()).isIn(200, 400);
    }
  }

  @Test
  void attack44RefusesHeadersBeyondAllMeasure() throws IOException {
    try (var client = client()) {
      client.send(POST + ("X-Flood: " + "x".repeat(1000) + "\r\n").repeat(40) + "\r\n");

      assertThat(client.status()).isIn(400, 431);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  static final List<List<String>> DOWNGRADES =
      List.of(
          List.of(":path", "/api/v1/media HTTP/1.1\r\nX-Evil: 1"),
          List.of(":path", "/api/v1/media?x=1 HTTP/1.1\r\nHost: a\r\n\r\nGET /internal/x"),
          List.of(":path", "/api/v1/media?a b"),
          List.of("transfer-encoding", "chunked"),
          List.of("connection", "x-secret"),
          List.of("x-evil", "a\r\nTransfer-Encoding: chunked"),
          List.of("x-evil: 1\r\nx-other", "b"),
          List.of("content-length", "3"));

  @ParameterizedTest
  @FieldSource("DOWNGRADES")
  void attack44LetsNothingOfHttp2BreakOutIntoHttp11(List<String> evil) throws IOException {
    try (var client = client()) {
      client.out().write(http2(evil.get(0), evil.get(1)));
      client.out().flush();

      readStatusOrReset(client.in());
    }
    assertThat(Upstream.SEEN).doesNotContain("/internal/x", "/api/v1/users/smuggled");
    assertThat(Upstream.EVIL).isEmpty();
  }

  /** Until the stream or the connection is ended by the gateway. */
  private static void readStatusOrReset(InputStream in) throws IOException {
    var frames = new DataInputStream(in);
    try {
      for (int read = 0; read < MARGIN; read++) {
        var length = (frames.readUnsignedByte() << 16) | frames.readUnsignedShort();
        var type = frames.readUnsignedByte();
        var flags = frames.readUnsignedByte();
        var stream = frames.readInt();
        frames.skipNBytes(length);
        var ended = (type <= 1 && (flags & 1) != 0 && stream == 1) || type == 3 || type == 7;
        if (ended) {
          return;
        }
      }
    } catch (EOFException | SocketException e) {
      // closed: refused as well
    }
  }

  /** A POST without a body's end; HPACK literals without indexing (RFC 7541 §6.2.2). */
  private static byte[] http2(String name, String value) {
    var headers = new ByteArrayOutputStream();
    literal(headers, ":method", "POST");
    literal(headers, ":scheme", "http");
    literal(headers, ":authority", "localhost");
    if (!name.equals(":path")) {
      literal(headers, ":path", "/api/v1/media");
    }
    literal(headers, name, value);
    var all = new ByteArrayOutputStream();
    all.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    frame(all, 4, 0, 0, new byte[0]);
    frame(all, 1, 4, 1, headers.toByteArray());
    frame(all, 0, 1, 1, SECOND.getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }

  private static void literal(ByteArrayOutputStream out, String name, String value) {
    out.write(0);
    text(out, name);
    text(out, value);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    var head = ByteBuffer.allocate(9);
    head.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    head.put((byte) type).put((byte) flags).putInt(stream);
    out.writeBytes(head.array());
    out.writeBytes(payload);
  }

  private static String readAll(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      // refused by closing: as good
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}

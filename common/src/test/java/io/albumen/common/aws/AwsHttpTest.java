package io.albumen.common.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

class AwsHttpTest {
  @Test
  void connectionClosedBeforeTheBodyIsAnIoException() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var client = AwsHttp.builder().build()) {
      Thread.startVirtualThread(() -> hangUp(server));

      var put = client.prepareRequest(put("http://localhost:" + server.getLocalPort() + "/key"));

      assertThatThrownBy(put::call).isInstanceOf(IOException.class);
    }
  }

  private static HttpExecuteRequest put(String url) {
    var body = new byte[] {1, 2, 3};
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(URI.create(url))
            .putHeader("Content-Length", String.valueOf(body.length))
            .putHeader("Expect", "100-continue")
            .build();
    return HttpExecuteRequest.builder()
        .request(request)
        .contentStreamProvider(() -> new ByteArrayInputStream(body))
        .build();
  }

  private static void hangUp(ServerSocket server) {
    while (!server.isClosed()) {
      try (var connection = server.accept()) {
        var read = connection.getInputStream().read(new byte[8192]);
        if (read < 0) {
          return;
        }
      } catch (IOException closed) {
        return;
      }
    }
  }
}

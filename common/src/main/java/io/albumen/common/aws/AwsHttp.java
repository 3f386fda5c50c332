package io.albumen.common.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP client of S3's clients. An upload asks before it sends its body ({@code Expect:
 * 100-continue}, RFC 9110, section 10.1.1); when the other side has just closed the connection,
 * {@link UrlConnectionHttpClient} says so by {@link UncheckedIOException}, which the SDK neither
 * repeats nor wraps into an {@link software.amazon.awssdk.core.exception.SdkException}. Here it is
 * what it is, an {@link IOException}.
 */
public final class AwsHttp {
  private AwsHttp() {}

  /** For a client's {@code httpClientBuilder}. */
  public static SdkHttpClient.Builder<?> builder() {
    return new Builder(UrlConnectionHttpClient.builder());
  }

  private record Builder(UrlConnectionHttpClient.Builder connections)
      implements SdkHttpClient.Builder<Builder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Client(connections.buildWithDefaults(defaults));
    }
  }

  private record Client(SdkHttpClient connections) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new Request(connections.prepareRequest(request));
    }

    @Override
    public String clientName() {
      return connections.clientName();
    }

    @Override
    public void close() {
      connections.close();
    }
  }

  private record Request(ExecutableHttpRequest request) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}

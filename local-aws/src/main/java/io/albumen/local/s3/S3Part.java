package io.albumen.local.s3;

import io.albumen.local.FleetResources;
import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.StartFailure;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * S3 on the file system. Requests must be signed with the fleet's key, in the header or the URL.
 */
public final class S3Part implements Part {
  private static final int MAX_THREADS = 40;

  private @Nullable S3Proxy proxy;

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var store = MediaStore.open(context.stateDir());
    store.ensureBucket(FleetResources.BUCKET);
    var endpoint = URI.create("http://%s:%d".formatted(context.bind(), context.port()));
    proxy =
        S3Proxy.builder()
            .endpoint(endpoint)
            .blobStore(store)
            .awsAuthentication(
                AuthenticationType.AWS_V4,
                context.credentials().accessKeyId(),
                context.credentials().secretAccessKey())
            .corsRules(cors(context.allowedOrigins()))
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(MAX_THREADS)
            .build();
    putBefore(proxy, new PartsHandler(store.parts()));
    putBefore(proxy, new PresignedHandler());
    putBefore(proxy, new PatientHandler());
    run(proxy, context);
    return Map.of("quarkus.s3.endpoint-override", context.publicEndpoint(name()));
  }

  /** What the bucket's CORS rule allows on AWS: the browser's PUT, and reading what S3 answered. */
  private static CrossOriginResourceSharing cors(List<String> origins) {
    return new CrossOriginResourceSharing(
        origins.stream().map(Pattern::quote).toList(),
        List.of("GET", "HEAD", "PUT"),
        List.of(
            "content-type",
            "content-disposition",
            "content-length",
            "if-none-match",
            "range",
            "x-amz-checksum-sha256",
            "x-amz-sdk-checksum-algorithm"),
        List.of("ETag", "x-amz-version-id", "x-amz-checksum-sha256", "Content-Range"),
        "");
  }

  /** S3Proxy keeps its server to itself, and has no place for handlers of others. */
  private static void putBefore(S3Proxy proxy, Handler.Wrapper handler) {
    try {
      var field = S3Proxy.class.getDeclaredField("server");
      field.setAccessible(true);
      var server = (Server) field.get(proxy);
      handler.setHandler(server.getHandler());
      server.setHandler(handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("S3Proxy is not made as this expects", e);
    }
  }

  private void run(S3Proxy server, StackContext context) {
    try {
      server.start();
    } catch (BindException e) {
      throw LocalServer.portTaken(name(), context.port());
    } catch (Exception e) { // as declared by the server
      throw new StartFailure("The s3 part did not start: %s.".formatted(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    if (proxy == null) {
      return;
    }
    try {
      proxy.stop();
    } catch (Exception e) { // as declared by the server
      System.getLogger(S3Part.class.getName())
          .log(System.Logger.Level.WARNING, "s3 did not stop cleanly", e);
    }
  }
}

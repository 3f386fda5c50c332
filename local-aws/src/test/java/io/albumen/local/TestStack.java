package io.albumen.local;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * The stores on random ports in this JVM, started once and removed at its end. All but the queues:
 * their store allows for one stack in a JVM.
 */
public final class TestStack {
  public static final String ORIGIN = "http://localhost:8080";
  private static final Set<String> PARTS = Set.of("postgres", "dynamodb", "s3", "cdn");

  private TestStack() {}

  /** Started when first asked for, so that a test with a stack of its own starts only that. */
  private static final class Running {
    static final Stack STACK = start();
  }

  private static Stack start() {
    var options =
        new Options(
            Optional.empty(),
            true,
            Map.of(),
            PARTS,
            "127.0.0.1",
            "localhost",
            List.of(ORIGIN),
            Optional.empty(),
            Optional.empty());
    var stack = Stack.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    return stack;
  }

  public static Properties settings() {
    return Running.STACK.settings();
  }

  public static String setting(String key) {
    return Running.STACK.settings().getProperty(key);
  }

  /** Points a client at {@code quarkus.<name>.endpoint-override}, with the fleet's key. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      String name, B builder) {
    return client(Running.STACK.settings(), name, builder);
  }

  /** The same for a stack of one's own. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      Properties settings, String name, B builder) {
    return builder
        .endpointOverride(
            URI.create(settings.getProperty("quarkus." + name + ".endpoint-override")))
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials(settings))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  public static StaticCredentialsProvider credentials(Properties settings) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            settings.getProperty("aws.access-key-id"),
            settings.getProperty("aws.secret-access-key")));
  }
}

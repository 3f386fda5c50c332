package io.albumen.local.faces;

import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.StackContext.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Runs parts on free ports over one directory, which may outlive them. */
public final class Faces implements AutoCloseable {
  public static final Credentials KEY = new Credentials("AKIDALBUMEN", "a-secret-of-the-fleet");
  private static final List<String> PARTS = List.of("mailbox", "cognito", "ses", "events", "sqs");

  private final Path directory;
  private final Map<String, Integer> ports;
  private final List<Part> running = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();

  private Faces(Path directory, Map<String, Integer> ports) {
    this.directory = directory;
    this.ports = ports;
  }

  public static Faces in(Path directory) {
    return new Faces(
        directory, PARTS.stream().collect(Collectors.toMap(part -> part, part -> freePort())));
  }

  /** Starts parts in the order given. */
  public Faces start(Part... parts) {
    for (var part : parts) {
      running.add(part);
      settings.putAll(part.start(context(part.name())));
    }
    return this;
  }

  /** Stops what runs, so that the same directory and ports can be used again. */
  public void stop() {
    running.reversed().forEach(Part::close);
    running.clear();
  }

  public String setting(String key) {
    return settings.getOrDefault(key, "");
  }

  public URI endpoint(String part) {
    return URI.create(context(part).endpoint(part));
  }

  /** What a part keeps. */
  public Path state(String part) {
    return directory.resolve(part);
  }

  public Inbox inbox() {
    return new Inbox(endpoint("mailbox"));
  }

  /** Points a client at a part, with the fleet's key. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      String part, B builder) {
    return client(part, builder, KEY);
  }

  /** As {@link #client(String, AwsClientBuilder)}, with any key. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      String part, B builder, Credentials key) {
    return builder
        .endpointOverride(endpoint(part))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private StackContext context(String part) {
    return new StackContext(
        make(part),
        make("keys"),
        "127.0.0.1",
        "localhost",
        ports.getOrDefault(part, 0),
        ports,
        List.of(),
        KEY);
  }

  private Path make(String name) {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}

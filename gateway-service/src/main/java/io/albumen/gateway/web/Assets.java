package io.albumen.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The web app's files, read once each. Only what exists is kept, so what is asked cannot fill it.
 */
@ApplicationScoped
class Assets {
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[a-z0-9]+");
  private final String root;
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  Assets(WebConfig config) {
    this.root = config.root();
  }

  /** What was read before; never blocks. */
  Optional<Asset> known(String name) {
    return Optional.ofNullable(loaded.get(name));
  }

  /** Reads the file if it is there. */
  Optional<Asset> find(String name) {
    var asset = loaded.get(name);
    if (asset != null || !NAME.matcher(name).matches()) {
      return Optional.ofNullable(asset);
    }
    return read(name).map(bytes -> loaded.computeIfAbsent(name, _ -> Asset.of(name, bytes)));
  }

  private Optional<byte[]> read(String name) {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream(root + "/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

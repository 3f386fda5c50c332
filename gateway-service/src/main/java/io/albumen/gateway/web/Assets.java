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
  private static final String PACKED = ".br";

  /** The build puts a hash into the names there. */
  private static final String HASHED = "assets/";

  private final String root;
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  Assets(WebConfig config) {
    this.root = config.root();
  }

  /** What was read before; never blocks. */
  Optional<Asset> known(String name) {
    return Optional.ofNullable(loaded.get(name));
  }

  /** Reads the file if it is there; the build has put {@code <name>.br} beside what it packed. */
  Optional<Asset> find(String name) {
    var asset = loaded.get(name);
    if (asset != null || !NAME.matcher(name).matches() || name.endsWith(PACKED)) {
      return Optional.ofNullable(asset);
    }
    return read(name).map(bytes -> loaded.computeIfAbsent(name, _ -> load(name, bytes)));
  }

  private Asset load(String name, byte[] bytes) {
    return Asset.of(name, bytes, read(name + PACKED), name.startsWith(HASHED));
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

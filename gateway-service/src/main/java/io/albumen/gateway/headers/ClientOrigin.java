package io.albumen.gateway.headers;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as proxies that we trust have written it. */
@Singleton
public class ClientOrigin {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** An address as proxies write it: IPv4 or IPv6 in brackets may have a port. */
  private static final Pattern ENTRY =
      Pattern.compile("\\[(?<bracketed>[^]]+)](?::\\d{1,5})?|(?<v4>[0-9.]+):\\d{1,5}|(?<bare>.+)");

  private final int trustedHops;

  ClientOrigin(GatewayConfig config) {
    this.trustedHops = config.trustedHops();
  }

  /**
   * The client's address: the entry that the outermost proxy of ours has written. What stands to
   * the left of it the client may have made up. Where there is no such entry, or it is no address,
   * the request did not come by our proxies, and counts as whoever is connected.
   */
  public String address(HttpServerRequest request) {
    var remote = request.remoteAddress().hostAddress();
    return trustedHops == 0 ? remote : address(request.headers().getAll("X-Forwarded-For"), remote);
  }

  String address(List<String> lines, String remote) {
    var forwarded = entries(lines);
    if (trustedHops == 0 || forwarded.size() < trustedHops) {
      return remote;
    }
    var written = ENTRY.matcher(forwarded.get(forwarded.size() - trustedHops));
    if (!written.matches()) {
      return remote;
    }
    var address =
        Stream.of("bracketed", "v4", "bare")
            .flatMap(name -> Stream.ofNullable(written.group(name)))
            .findFirst();
    return address.filter(ClientOrigin::isAddress).orElse(remote);
  }

  private static boolean isAddress(String text) {
    return NetUtil.isValidIpV4Address(text)
        || (NetUtil.isValidIpV6Address(text) && text.indexOf('%') < 0 && text.indexOf('[') < 0);
  }

  /** {@code http} or {@code https}, as the client spoke to the outermost of us. */
  public String scheme(HttpServerRequest request) {
    if (trustedHops == 0) {
      return own(request.scheme());
    }
    var forwarded = entries(request.headers().getAll("X-Forwarded-Proto"));
    var claimed = forwarded.isEmpty() ? null : forwarded.getLast();
    return claimed != null && SCHEMES.contains(claimed) ? claimed : own(request.scheme());
  }

  private static String own(@Nullable String scheme) {
    return scheme == null ? "http" : scheme;
  }

  private static List<String> entries(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .toList();
  }
}

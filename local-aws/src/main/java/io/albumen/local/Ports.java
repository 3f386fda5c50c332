package io.albumen.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses a port for every part, so that all addresses are known before anything starts. */
final class Ports {
  /** Below the ports that the system hands to outgoing connections, so none is lost to one. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  private Ports() {}

  /** The ports of the parts to be started are free at this moment. */
  static Map<String, Integer> choose(Options options, Set<String> started) {
    var ports = new LinkedHashMap<String, Integer>();
    LocalAws.PARTS.forEach(
        (name, kind) -> {
          var chosen = options.ports().get(name);
          if (chosen == null && options.randomPorts()) {
            ports.put(name, random(options.bind(), ports));
          } else {
            ports.put(name, chosen == null ? kind.port() : chosen);
          }
        });
    ports.forEach(
        (name, port) -> {
          if (started.contains(name) && !isFree(options.bind(), port)) {
            throw LocalServer.portTaken(name, port);
          }
        });
    return Map.copyOf(ports);
  }

  private static int random(String bind, Map<String, Integer> taken) {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!taken.containsValue(port) && isFree(bind, port)) {
        return port;
      }
    }
  }

  private static boolean isFree(String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

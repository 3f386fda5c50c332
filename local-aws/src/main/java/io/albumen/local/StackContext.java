package io.albumen.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a part is given to start with.
 *
 * @param stateDir exists, and belongs to this part alone
 * @param keysDir the fleet's keys, see {@link FleetKeys}
 * @param bind address to listen on, and on no other
 * @param publicHost host name under which a browser reaches the stack
 * @param port port to listen on
 * @param ports the port of every part by name, also of those that are not started
 * @param allowedOrigins page origins that CORS lets in
 * @param credentials the one key pair the fleet signs with
 */
public record StackContext(
    Path stateDir,
    Path keysDir,
    String bind,
    String publicHost,
    int port,
    Map<String, Integer> ports,
    List<String> allowedOrigins,
    Credentials credentials) {

  /** Access key of the fleet; requests signed with any other are refused. */
  public record Credentials(String accessKeyId, String secretAccessKey) {
    @Override
    public String toString() {
      return "Credentials[" + accessKeyId + "]";
    }
  }

  public String region() {
    return FleetResources.REGION;
  }

  /** Where the services reach a part, known before it is up: {@code http://127.0.0.1:8402}. */
  public String endpoint(String part) {
    return "http://" + (bind.equals("0.0.0.0") ? publicHost : bind) + ":" + portOf(part);
  }

  /** Where a browser reaches a part: {@code http://localhost:8403}. */
  public String publicEndpoint(String part) {
    return "http://" + publicHost + ":" + portOf(part);
  }

  private int portOf(String part) {
    var found = ports.get(part);
    if (found == null) {
      throw new IllegalArgumentException("no part named " + part);
    }
    return found;
  }
}

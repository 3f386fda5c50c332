package io.albumen.gateway.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOriginTest {
  private static final String REMOTE = "10.0.0.9";

  private static String address(int trustedHops, String... lines) {
    var config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(GatewayConfig.class)
            .withDefaultValue("gateway.trusted-hops", Integer.toString(trustedHops))
            .build()
            .getConfigMapping(GatewayConfig.class);
    return new ClientOrigin(config).address(List.of(lines), REMOTE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 198.51.100.7 | 10.0.0.9",
        "1 | 198.51.100.7 | 198.51.100.7",
        "1 | 203.0.113.66, 198.51.100.7 | 198.51.100.7",
        "2 | 203.0.113.66, 198.51.100.7, 10.0.0.1 | 198.51.100.7",
        "2 | 198.51.100.7 | 10.0.0.9",
        "3 | 198.51.100.7, 10.0.0.1 | 10.0.0.9"
      })
  void believesAsManyEntriesAsThereAreProxiesOfOurs(int hops, String header, String address) {
    assertThat(address(hops, header)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7:4711 | 198.51.100.7",
        "[2001:db8::1]:4711 | 2001:db8::1",
        "[2001:db8::1] | 2001:db8::1",
        "2001:db8::1 | 2001:db8::1",
        "::ffff:198.51.100.7 | ::ffff:198.51.100.7",
        "' 198.51.100.7 ' | 198.51.100.7"
      })
  void readsAddressesAsProxiesWriteThem(String entry, String address) {
    assertThat(address(1, entry)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "_hidden",
        "198.51.100",
        "198.51.100.7.8",
        "198.51.100.7:port",
        "198.51.100.7:123456",
        "[198.51.100.7",
        "[]",
        "[nonsense]:1",
        "2001:db8::1::2",
        "fe80::1%eth0",
        "1.2.3.4 5.6.7.8",
        "<script>",
        "198.51.100.7,"
      })
  void takesWhatIsNoAddressForWhoeverIsConnected(String entry) {
    assertThat(address(1, entry)).isEqualTo(REMOTE);
  }

  @Test
  void countsEntriesOverAllLines() {
    assertThat(address(2, "203.0.113.66", "198.51.100.7, 10.0.0.1")).isEqualTo("198.51.100.7");
    assertThat(address(1, "203.0.113.66", "198.51.100.7")).isEqualTo("198.51.100.7");
  }
}

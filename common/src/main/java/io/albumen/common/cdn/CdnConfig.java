package io.albumen.common.cdn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The distribution that serves media, and the key its URLs are signed with. */
@ConfigMapping(prefix = "albumen.cdn")
public interface CdnConfig {
  /** Origin of the distribution, as {@code https://d111111abcdef8.cloudfront.net}. */
  String baseUrl();

  /** Id of the public key in the distribution's trusted key group. */
  String keyPairId();

  /** EC P-256 private key: PEM text (PKCS #8), or the path of a file with it. */
  String privateKey();

  /** Shortest time a URL lives. */
  @WithDefault("PT10M")
  Duration minLifetime();

  /**
   * Expiry is rounded up to a multiple of this, so that all answers of a while carry the same URL
   * and browsers find it in their cache.
   */
  @WithDefault("PT5M")
  Duration rounding();
}

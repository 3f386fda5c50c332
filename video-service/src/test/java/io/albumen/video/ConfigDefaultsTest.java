package io.albumen.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.video.lifecycle.LifecycleConfig;
import io.albumen.video.rendering.RenderingConfig;
import io.albumen.video.source.PhotoServiceConfig;
import io.albumen.video.storage.FilmConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
  @Test
  void storesAreTheFleetsOwn() {
    var config = defaults(FilmConfig.class);

    assertThat(config.table()).isEqualTo("videos");
    assertThat(config.bucket()).isEqualTo("albumen-media");
    assertThat(config.queue()).isEqualTo("video-render");
  }

  @Test
  void photosComeFromThePrivateNetwork() {
    var config = defaults(PhotoServiceConfig.class);

    assertThat(config.baseUrl()).isEqualTo(URI.create("http://photo-service"));
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void leaseOutlivesManyBeats() {
    var config = defaults(RenderingConfig.class);

    assertThat(config.lease()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.beat()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.concurrency()).isEqualTo(1);
  }

  @Test
  void queueGivesUpNoSoonerThanTheFilm() {
    var config = defaults(LifecycleConfig.class);

    assertThat(config.sweepEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.maxAttempts()).isLessThan(5);
  }

  private static <T> T defaults(Class<T> type) {
    return new SmallRyeConfigBuilder().withMapping(type).build().getConfigMapping(type);
  }
}

package io.albumen.photo.account;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an account may hold. */
@ConfigMapping(prefix = "photo.account")
public interface AccountConfig {
  /** Bytes a new account may store. */
  @WithDefault("50G")
  MemorySize quota();

  /** Bytes an account may upload from one midnight to the next. */
  @WithDefault("20G")
  MemorySize dailyLimit();
}

package io.albumen.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What the fleet tells clients about itself; the services enforce it. */
@ConfigMapping(prefix = "gateway.server")
public interface ServerConfig {
  /** Release that is running. */
  String version();

  /** What clients may show. */
  @WithDefault("uploads,multipart,timeline,films,notifications,mfa")
  List<String> features();

  /** Content types that uploads may have. */
  List<String> mediaTypes();

  /** Fewest characters of a password, as the user pool has it. */
  @WithDefault("8")
  int passwordMin();

  /** Of each of these a password has one, as the user pool has it. */
  @WithDefault("lowercase,uppercase,digit,symbol")
  List<CharacterKind> passwordNeeds();

  /** Files in one call to mint uploads. */
  @WithDefault("50")
  int uploadBatch();

  /** From this size on an upload goes in parts. */
  @WithDefault("64M")
  MemorySize multipartAbove();

  /** Largest file. */
  @WithDefault("5G")
  MemorySize uploadMax();

  /** Ids in one bulk call. */
  @WithDefault("500")
  int bulkIds();

  @WithDefault("2")
  int filmPhotosMin();

  @WithDefault("500")
  int filmPhotosMax();

  /** What a password is made of. */
  enum CharacterKind {
    LOWERCASE,
    UPPERCASE,
    DIGIT,
    SYMBOL
  }
}

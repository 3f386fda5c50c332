package io.albumen.common;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service names failures that are not its callers' fault. */
@ConfigMapping(prefix = "albumen.problems")
public interface ProblemConfig {
  String UNAVAILABLE = "albumen.problems.unavailable";
  String BARS = "albumen.problems.bars";
  String DEFAULT_UNAVAILABLE = "temporarily-unavailable";

  /** Code of a 503; callers need not know what is kept where, so there is one for all stores. */
  @WithDefault(DEFAULT_UNAVAILABLE)
  String unavailable();

  /** Whether calls of suspended and closed accounts are turned away; the contract says so then. */
  @WithDefault("false")
  boolean bars();

  /** Whether failures of AWS are told apart; read by the build, where the SDK must be there. */
  @WithDefault("false")
  boolean aws();
}

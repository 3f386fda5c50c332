package io.albumen.local;

/** Placeholder until the keys are written below. */
final class FleetKeys {
  private FleetKeys() {}
}

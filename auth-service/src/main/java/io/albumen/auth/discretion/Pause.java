package io.albumen.auth.discretion;

import java.time.Duration;

/** Lets time pass. */
public interface Pause {

  void take(Duration length);
}

package io.albumen.local;

import java.util.Map;

/** One server of the stack. Parts start in parallel, so none may call another while it starts. */
public interface Part extends AutoCloseable {

  /** As in {@code --parts} and {@code --port name=8401}; also the name of its state directory. */
  String name();

  /**
   * Binds the port, makes the fleet's own resources exist, and returns when requests are answered.
   *
   * @return the settings the fleet needs to reach this part, under the services' own keys
   * @throws StartFailure with one plain sentence, when a person can mend what is wrong
   */
  Map<String, String> start(StackContext context);

  /** Finishes what is in flight and stops; called also when {@link #start} failed half-way. */
  @Override
  void close();
}

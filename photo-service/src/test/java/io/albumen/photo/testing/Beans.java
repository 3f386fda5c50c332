package io.albumen.photo.testing;

import io.quarkus.arc.Arc;
import java.lang.reflect.Constructor;
import java.util.Arrays;

/** Beans as the container makes them, but for what a test puts in their collaborators' place. */
public final class Beans {
  private Beans() {}

  /**
   * @param instead each takes the place of the parameters whose type it has
   */
  public static <T> T make(Class<T> type, Object... instead) {
    var constructor = constructorOf(type);
    var arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(parameter -> argument(parameter, instead))
            .toArray();
    try {
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one with which the container injects. */
  private static Constructor<?> constructorOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() > 0)
        .filter(constructor -> !constructor.isSynthetic())
        .findFirst()
        .orElseThrow();
  }

  private static Object argument(Class<?> parameter, Object... instead) {
    return Arrays.stream(instead)
        .filter(parameter::isInstance)
        .findFirst()
        .orElseGet(() -> Arc.container().select(parameter).get());
  }
}

package io.albumen.common.security;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The policy of an {@code /internal} resource: only the named services may call it, with a service
 * token ({@link ServiceTokens}). Beside it goes {@code @PermitAll}, as no person's token is asked.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServiceCall {
  /** Names of the services, as {@code video-service}. */
  String[] from() default {};
}

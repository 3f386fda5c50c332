package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.newAddress;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** A user who may have a second factor. */
abstract class MfaFixture extends PoolFixture {
  static final Duration STEP = Duration.ofSeconds(30);
  final String email = newAddress();

  /** Of a sign-in from before there was a second factor. */
  String token = "";

  @BeforeEach
  void signIn() {
    CLOCK.freeze();
    pool.newUser(email);
    token = pool.signIn(email).accessToken();
  }

  /** Past the step whose code was spent on it. */
  Authenticator enableMfa() {
    var app = pool.enableMfa(token, CLOCK);
    CLOCK.forward(STEP);
    return app;
  }
}

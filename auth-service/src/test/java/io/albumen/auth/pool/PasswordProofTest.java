package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.FieldError;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordProofTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Password RIGHT = new Password("Correct-horse-7");

  private final InMemoryUserPool pool = new InMemoryUserPool();
  private final PasswordProof proof = new PasswordProof(pool);

  @BeforeEach
  void addAda() {
    pool.add(ADA, RIGHT, true);
  }

  @Test
  void isTheRightPassword() {
    assertThatCode(() -> proof.prove(ADA, RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void isTheRightPasswordWhereASecondFactorIsDue() {
    pool.askForSecondFactor();

    assertThatCode(() -> proof.prove(ADA, RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void isNoOtherPassword() {
    assertThatThrownBy(() -> proof.prove(ADA, new Password("guess")))
        .isInstanceOfSatisfying(
            PasswordProof.WrongPassword.class,
            e ->
                assertThat(e.errors()).extracting(FieldError::path).isEqualTo(List.of("password")));
  }

  @Test
  void leavesNoSessionBehind() {
    proof.prove(ADA, RIGHT);

    assertThat(pool.sessions()).isZero();
  }
}

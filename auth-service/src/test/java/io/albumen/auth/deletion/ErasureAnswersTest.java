package io.albumen.auth.deletion;

import static io.albumen.auth.deletion.DeletionFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.albumen.common.JsonConventions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureAnswersTest {
  private final DeletionFixture fixture = new DeletionFixture();
  private final ErasureAnswers answers =
      new ErasureAnswers(fixture.course, JsonConventions.mapper());

  @Test
  void notesAnAnswer() {
    fixture.service.request(fixture.ada, PASSWORD);

    answers.take(
        """
        {"id": "018f3f9e-0000-7000-8000-000000000001", "type": "UserDataErased",
         "occurredAt": "2026-03-01T12:00:00.000Z", "version": 1, "new": true,
         "data": {"userId": "%s", "service": "photo-service", "new": true}}"""
            .formatted(fixture.ada));

    assertThat(fixture.deletion().erased()).containsOnlyKeys("photo-service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"type\": \"UserVerified\", \"data\": {}}",
        "{\"type\": \"UserDataErased\", \"data\": {}}",
        "{\"type\": \"UserDataErased\"}",
        "{\"type\": \"UserDataErased\", \"data\": {\"userId\": \"nobody\", \"service\": \"x\"}}",
        "{\"type\": \"UserDataErased\", \"data\": null}",
      })
  void attack50IsContentWithWhatIsNoAnswer(String body) {
    assertThatCode(() -> answers.take(body)).doesNotThrowAnyException();
  }
}

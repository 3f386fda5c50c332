package io.albumen.video;

import io.albumen.common.testing.ContractCheck;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ContractTest.Alone.class)
@WithTestResource(TestTokens.Keys.class)
class ContractTest {
  /** Serving the contract needs no store; port 9 discards. */
  public static final class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "video.roles", "api",
          "video.lifecycle.sweep-every", "PT1H",
          "quarkus.dynamodb.endpoint-override", "http://127.0.0.1:9",
          "quarkus.sqs.endpoint-override", "http://127.0.0.1:9",
          "quarkus.s3.endpoint-override", "http://127.0.0.1:9");
    }
  }

  @Test
  void servesWhatTheContractSays() throws IOException {
    ContractCheck.check("video-service");
  }
}

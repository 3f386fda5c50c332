package io.albumen.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a service to its committed contract. A deliberate change is written with {@code
 * -Dcontract.update=true} and reviewed in the diff.
 */
public final class ContractCheck {
  private ContractCheck() {}

  /**
   * To be called in a {@code @QuarkusTest}.
   *
   * @param service as {@code photo-service}
   */
  public static void check(String service) throws IOException {
    var served =
        RestAssured.given()
            .accept("application/yaml")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    var file = repository().resolve("contracts/openapi/" + service + ".yaml");
    if (Boolean.getBoolean("contract.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, served);
    }
    assertThat(served)
        .as("%s serves what %s says; if meant, run with -Dcontract.update=true", service, file)
        .isEqualTo(Files.readString(file));
  }

  /** The repository's root: the nearest folder above that has the contracts' parent POM. */
  public static Path repository() {
    var folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside the repository");
    }
    return folder;
  }
}

package io.albumen.local.cognito;

import io.albumen.local.cognito.account.AccountOperations;
import io.albumen.local.cognito.admin.AdminOperations;
import io.albumen.local.cognito.directory.DirectoryOperations;
import io.albumen.local.cognito.mfa.MfaOperations;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.session.SessionOperations;
import io.albumen.local.cognito.signup.SignUpOperations;
import io.albumen.local.jsonrpc.JsonService;
import io.albumen.local.jsonrpc.Operation;
import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.sigv4.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations at {@code POST /}, the pool's public documents below its id. */
final class CognitoApi {
  private static final String TARGET = "AWSCognitoIdentityProviderService";

  private final UserPool pool;
  private final JsonService service;

  CognitoApi(UserPool pool, Signature signature) {
    this.pool = pool;
    this.service = new JsonService(TARGET, signature, operations(pool));
  }

  private static List<Operation<?>> operations(UserPool pool) {
    return Stream.of(
            SignUpOperations.of(pool),
            SessionOperations.of(pool),
            AccountOperations.of(pool),
            MfaOperations.of(pool),
            AdminOperations.of(pool),
            DirectoryOperations.of(pool))
        .<Operation<?>>flatMap(List::stream)
        .toList();
  }

  Answer answer(AwsRequest request) {
    var document = "/" + pool.settings().id() + "/.well-known/";
    if (request.method().equals("POST") && request.path().equals("/")) {
      return service.answer(request);
    }
    if (request.path().equals(document + "jwks.json")) {
      return Answer.json(200, pool.keys().jwks());
    }
    if (request.path().equals(document + "openid-configuration")) {
      return Answer.json(200, discovery());
    }
    return Answer.json(404, Map.of("message", "Not found"));
  }

  private Map<String, Object> discovery() {
    var issuer = pool.settings().issuer();
    return Map.of(
        "issuer", issuer,
        "jwks_uri", issuer + "/.well-known/jwks.json",
        "id_token_signing_alg_values_supported", List.of("RS256"),
        "response_types_supported", List.of("code", "token"),
        "scopes_supported", List.of("openid", "email", "phone", "profile"),
        "subject_types_supported", List.of("public"));
  }
}

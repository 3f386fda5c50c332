package io.albumen.local.cognito;

import io.albumen.local.FleetResources;
import io.albumen.local.StackContext;
import io.albumen.local.cognito.pool.PoolSettings;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.face.DurablePart;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.sigv4.Signature;
import io.albumen.local.store.DurableStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** The user pool. */
public final class CognitoPart extends DurablePart {
  private static final int MAX_BYTES = 128 << 10;
  private static final int SECRET_LENGTH = 51;
  private static final String SECRET = "client-secret";
  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private final Clock clock;

  public CognitoPart() {
    this(Clock.systemUTC());
  }

  CognitoPart(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cognito";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = open(context);
    var settings = settings(context, opened);
    var mails = new MailSender(context.endpoint("mailbox"));
    var pool = new UserPool(opened, settings, mails, clock);
    var signature = new Signature("cognito-idp", context.region(), context.credentials(), clock);
    var api = new CognitoApi(pool, signature);
    var rotation = new KeyRotation(context.stateDir(), pool.keys());
    serve(
        context,
        MAX_BYTES,
        request -> {
          rotation.runIfWished();
          return api.answer(request);
        });
    return Map.of(
        "albumen.cognito.endpoint-override", context.endpoint(name()),
        "albumen.cognito.user-pool-id", settings.id(),
        "albumen.cognito.client-id", settings.clientId(),
        "albumen.cognito.client-secret", settings.clientSecret(),
        "albumen.tokens.issuer", settings.issuer(),
        "albumen.tokens.jwks-url", settings.issuer() + "/.well-known/jwks.json",
        "albumen.tokens.client-id", settings.clientId());
  }

  private static PoolSettings settings(StackContext context, DurableStore store) {
    return PoolSettings.of(
        FleetResources.USER_POOL,
        FleetResources.USER_POOL_CLIENT,
        clientSecret(store),
        context.endpoint("cognito") + "/" + FleetResources.USER_POOL,
        FleetResources.GROUPS);
  }

  private static String clientSecret(DurableStore store) {
    var table = store.table("client", String.class);
    return store.change(
        () -> {
          var secret = table.find(SECRET).orElseGet(CognitoPart::randomSecret);
          table.put(SECRET, secret);
          return secret;
        });
  }

  private static String randomSecret() {
    return new SecureRandom()
        .ints(SECRET_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }
}

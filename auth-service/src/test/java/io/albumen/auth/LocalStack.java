package io.albumen.auth;

import io.albumen.auth.runtime.AccountsConfig;
import io.albumen.auth.runtime.AccountsTable;
import io.albumen.auth.runtime.CognitoConfig;
import io.albumen.local.testing.LocalAwsResource;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The embedded stack for tests of adapters, which need no container. */
public final class LocalStack {
  /** The same everywhere, so that one stack serves all tests. */
  public static final String PARTS = "dynamodb,cognito,ses,events,sqs";

  private static final Map<String, String> SETTINGS =
      LocalAwsResource.settings(PARTS).entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));

  private LocalStack() {}

  public static DynamoDbClient dynamo() {
    return client(DynamoDbClient.builder(), "quarkus.dynamodb.endpoint-override");
  }

  public static CognitoIdentityProviderClient cognito() {
    return client(
        CognitoIdentityProviderClient.builder()
            .overrideConfiguration(
                override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())),
        "albumen.cognito.endpoint-override");
  }

  public static AccountsConfig accounts() {
    return TestConfig.defaults(AccountsConfig.class);
  }

  public static AccountsTable table() {
    return new AccountsTable(dynamo(), accounts());
  }

  public static CognitoConfig cognitoConfig() {
    return TestConfig.of(CognitoConfig.class, SETTINGS);
  }

  public static Mailbox mailbox() {
    return new Mailbox(SETTINGS.get(Mailbox.SETTING));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, String endpoint) {
    return builder
        .region(Region.EU_WEST_1)
        .endpointOverride(URI.create(required(endpoint)))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    required("aws.access-key-id"), required("aws.secret-access-key"))))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static String required(String setting) {
    var value = SETTINGS.get(setting);
    if (value == null) {
      throw new IllegalStateException("the stack does not tell " + setting);
    }
    return value;
  }
}

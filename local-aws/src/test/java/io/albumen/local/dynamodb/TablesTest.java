package io.albumen.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.albumen.local.TestStack;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class TablesTest {
  private final DynamoDbClient dynamo = TestStack.client("dynamodb", DynamoDbClient.builder());

  @Test
  void offersTheTablesOfTheFleet() {
    assertThat(dynamo.listTables().tableNames())
        .containsExactlyInAnyOrder("accounts", "videos", "notifications");
  }

  @Test
  void findsDueItemsOnlyInTheSparseIndex() {
    dynamo.putItem(
        b ->
            b.tableName("accounts")
                .item(Map.of("id", fromS("due"), "dueShard", fromS("7"), "dueAt", fromN("1000"))));
    dynamo.putItem(b -> b.tableName("accounts").item(Map.of("id", fromS("at-rest"))));

    var due =
        dynamo.query(
            b ->
                b.tableName("accounts")
                    .indexName("due")
                    .keyConditionExpression("dueShard = :shard and dueAt < :now")
                    .expressionAttributeValues(
                        Map.of(":shard", fromS("7"), ":now", fromN("2000"))));

    assertThat(due.items()).extracting(item -> item.get("id")).containsExactly(fromS("due"));
  }

  @Test
  void refusesAConditionThatDoesNotHold() {
    var item = Map.of("userId", fromS("ada"), "videoId", fromS("1"));
    dynamo.putItem(b -> b.tableName("videos").item(item));

    assertThatThrownBy(
            () ->
                dynamo.putItem(
                    b ->
                        b.tableName("videos")
                            .item(item)
                            .conditionExpression("attribute_not_exists(userId)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void letsNotificationsExpire() {
    var expiry = dynamo.describeTimeToLive(b -> b.tableName("notifications"));

    assertThat(expiry.timeToLiveDescription().attributeName()).isEqualTo("expiresAt");
  }

  @Test
  void refusesAForeignSecret() {
    var settings = new Properties();
    settings.putAll(TestStack.settings());
    settings.put("aws.secret-access-key", "another");
    var foreign = TestStack.client(settings, "dynamodb", DynamoDbClient.builder());

    assertThatThrownBy(foreign::listTables)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("InvalidSignatureException"));
  }
}

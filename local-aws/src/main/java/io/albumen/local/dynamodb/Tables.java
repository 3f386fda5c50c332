package io.albumen.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import com.amazonaws.services.dynamodbv2.model.ScalarAttributeType;
import com.amazonaws.services.dynamodbv2.model.TimeToLiveSpecification;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import io.albumen.local.FleetResources;
import io.albumen.local.FleetResources.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes the fleet's tables, as the CDK app does on AWS. */
final class Tables {
  private static final String DUE_SHARD = "dueShard";
  private static final String DUE_AT = "dueAt";

  private final LocalDynamoDBRequestHandler database;
  private final String accessKeyId;
  private final List<String> existing;

  Tables(LocalDynamoDBRequestHandler database, String accessKeyId) {
    this.database = database;
    this.accessKeyId = accessKeyId;
    this.existing =
        List.copyOf(
            database
                .listTables(accessKeyId, FleetResources.REGION, new ListTablesRequest())
                .getTableNames());
  }

  /** The time to live is set at each start: a crash may have come between the two calls. */
  void ensure(Table table) {
    if (!existing.contains(table.name())) {
      database.createTable(accessKeyId, FleetResources.REGION, request(table));
    }
    table.ttl().forEach(attribute -> expireBy(table.name(), attribute));
  }

  private void expireBy(String table, String attribute) {
    var described =
        database.describeTimeToLive(
            accessKeyId,
            FleetResources.REGION,
            new DescribeTimeToLiveRequest().withTableName(table));
    if (attribute.equals(described.getTimeToLiveDescription().getAttributeName())) {
      return;
    }
    database.updateTimeToLive(
        accessKeyId,
        FleetResources.REGION,
        new UpdateTimeToLiveRequest()
            .withTableName(table)
            .withTimeToLiveSpecification(
                new TimeToLiveSpecification().withAttributeName(attribute).withEnabled(true)));
  }

  private static CreateTableRequest request(Table table) {
    var attributes = new ArrayList<AttributeDefinition>();
    table.key().forEach(name -> attributes.add(attribute(name, ScalarAttributeType.S)));
    attributes.add(attribute(DUE_SHARD, ScalarAttributeType.S));
    attributes.add(attribute(DUE_AT, ScalarAttributeType.N));
    return new CreateTableRequest()
        .withTableName(table.name())
        .withBillingMode("PAY_PER_REQUEST")
        .withAttributeDefinitions(attributes)
        .withKeySchema(key(table.key()))
        .withGlobalSecondaryIndexes(
            new GlobalSecondaryIndex()
                .withIndexName("due")
                .withKeySchema(key(List.of(DUE_SHARD, DUE_AT)))
                .withProjection(new Projection().withProjectionType(ProjectionType.ALL)));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return new AttributeDefinition(name, type);
  }

  private static List<KeySchemaElement> key(List<String> names) {
    var elements = new ArrayList<KeySchemaElement>();
    for (var name : names) {
      elements.add(new KeySchemaElement(name, elements.isEmpty() ? KeyType.HASH : KeyType.RANGE));
    }
    return elements;
  }
}

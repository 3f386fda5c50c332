package io.albumen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class CrashTest {

  @Test
  void losesNothingAcknowledgedWhenKilled(@TempDir Path directory) throws Exception {
    var arguments =
        new String[] {
          "--state", directory.resolve("state").toString(), "--parts", "postgres,dynamodb,sqs,s3"
        };
    var first = ChildProcess.launch(directory, arguments);
    write(first.awaitReady());
    first.kill();

    try (var second = ChildProcess.launch(directory, arguments)) {
      var settings = second.awaitReady();

      assertThat(messages(settings)).isEqualTo("work");
      assertThat(item(settings)).isEqualTo("ada@example.org");
      assertThat(object(settings)).isEqualTo("a photo");
      assertThat(row(settings)).isEqualTo("kept");
    }
  }

  private static void write(Properties settings) throws SQLException {
    dynamo(settings)
        .putItem(
            b ->
                b.tableName("accounts")
                    .item(Map.of("id", fromS("ada"), "email", fromS("ada@example.org"))));
    s3(settings)
        .putObject(
            b -> b.bucket(FleetResources.BUCKET).key("originals/1"),
            RequestBody.fromString("a photo"));
    try (var connection = connect(settings);
        var statement = connection.createStatement()) {
      statement.execute("create table probe (name text)");
      statement.execute("insert into probe values ('kept')");
    }
    var sqs = sqs(settings);
    sqs.sendMessage(b -> b.queueUrl(queue(sqs)).messageBody("done"));
    var done = sqs.receiveMessage(b -> b.queueUrl(queue(sqs))).messages().getFirst();
    sqs.deleteMessage(b -> b.queueUrl(queue(sqs)).receiptHandle(done.receiptHandle()));
    sqs.sendMessage(b -> b.queueUrl(queue(sqs)).messageBody("work"));
  }

  private static String messages(Properties settings) {
    var sqs = sqs(settings);
    return String.join(
        ",",
        sqs
            .receiveMessage(b -> b.queueUrl(queue(sqs)).maxNumberOfMessages(10).waitTimeSeconds(5))
            .messages()
            .stream()
            .map(message -> message.body())
            .toList());
  }

  private static String queue(SqsClient sqs) {
    return sqs.getQueueUrl(b -> b.queueName("media-processing")).queueUrl();
  }

  private static String item(Properties settings) {
    return dynamo(settings)
        .getItem(b -> b.tableName("accounts").key(Map.of("id", fromS("ada"))))
        .item()
        .getOrDefault("email", fromS("nobody"))
        .s();
  }

  private static String object(Properties settings) {
    return s3(settings)
        .getObjectAsBytes(b -> b.bucket(FleetResources.BUCKET).key("originals/1"))
        .asUtf8String();
  }

  private static String row(Properties settings) throws SQLException {
    try (var connection = connect(settings);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select name from probe")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(Properties settings) throws SQLException {
    return DriverManager.getConnection(
        settings.getProperty("quarkus.datasource.jdbc.url"),
        settings.getProperty("quarkus.datasource.username"),
        settings.getProperty("quarkus.datasource.password"));
  }

  private static DynamoDbClient dynamo(Properties settings) {
    return TestStack.client(settings, "dynamodb", DynamoDbClient.builder());
  }

  private static SqsClient sqs(Properties settings) {
    return TestStack.client(settings, "sqs", SqsClient.builder());
  }

  private static S3Client s3(Properties settings) {
    return TestStack.client(settings, "s3", S3Client.builder().forcePathStyle(true));
  }
}

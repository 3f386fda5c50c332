package io.albumen.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import io.albumen.local.FleetResources;
import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.sigv4.Signature;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local on one file. Its own server would listen on every address; here its handler hangs
 * on a server of ours.
 */
public final class DynamoDbPart implements Part {
  private static final boolean ON_FILE = false;
  private static final boolean ONE_FILE_FOR_ALL_KEYS = true;
  private static final boolean WITHOUT_TRANSIENT_STATES = false;

  private @Nullable LocalDynamoDBRequestHandler database;
  private @Nullable LocalServer server;

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened =
        new LocalDynamoDBRequestHandler(
            0,
            ON_FILE,
            context.stateDir().toString(),
            ONE_FILE_FOR_ALL_KEYS,
            WITHOUT_TRANSIENT_STATES);
    database = opened;
    var tables = new Tables(opened, context.credentials().accessKeyId());
    FleetResources.TABLES.forEach(tables::ensure);
    var handler = new LocalDynamoDBServerHandler(opened, null);
    var root = new DynamoDBProxyServer(context.port(), handler).setUpHandler(handler);
    var signature =
        new Signature("dynamodb", context.region(), context.credentials(), Clock.systemUTC());
    server = LocalServer.start(name(), context, new SignedOnly(signature, root));
    return Map.of("quarkus.dynamodb.endpoint-override", context.endpoint(name()));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.shutdown();
    }
  }
}

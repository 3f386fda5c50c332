package io.albumen.local.postgres;

import io.albumen.local.FleetKeys;
import io.albumen.local.FleetResources;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of our own, as a child process, with the database of photo-service. */
public final class PostgresPart implements Part {
  private @Nullable PostgresServer server;

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var password =
        FleetKeys.secret(context.keysDir(), "postgres-password", () -> FleetKeys.alphanumeric(24));
    var binaries = PostgresBinaries.unpack();
    var cluster = new PostgresCluster(binaries, context.stateDir().resolve("data"));
    cluster.stopOrphan();
    cluster.ensure(FleetResources.DATABASE, password);
    cluster.configure(context.bind());
    var started = new PostgresServer(binaries, cluster, context.bind(), context.port());
    server = started;
    started.start();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://%s/%s"
            .formatted(
                context.endpoint(name()).substring("http://".length()), FleetResources.DATABASE),
        "quarkus.datasource.username",
        FleetResources.DATABASE,
        "quarkus.datasource.password",
        password);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}

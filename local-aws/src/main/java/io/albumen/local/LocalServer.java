package io.albumen.local;

import java.net.BindException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server of one part, listening on the stack's bind address only. Handlers may block: each
 * request runs on a virtual thread.
 */
public final class LocalServer implements AutoCloseable {
  private static final long DRAIN_MILLIS = 2_000;
  private static final long SHUTDOWN_IDLE_MILLIS =
      100; // a keep-alive connection must not hold up the stop

  private final Server server;

  private LocalServer(Server server) {
    this.server = server;
  }

  /** Listens on {@link StackContext#port()}; when this returns, requests are answered. */
  public static LocalServer start(String part, StackContext context, Handler handler) {
    var server = new Server(threads(part));
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(context.bind());
    connector.setPort(context.port());
    connector.setAcceptQueueSize(128);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    server.addConnector(connector);
    var graceful = new GracefulHandler();
    graceful.setHandler(handler);
    server.setHandler(graceful);
    server.setStopTimeout(DRAIN_MILLIS);
    return start(part, context, server);
  }

  /** A port that is taken, in the words the terminal shows. */
  public static StartFailure portTaken(String part, int port) {
    return new StartFailure(
        "Port %d, which %s needs, is in use by another program.".formatted(port, part));
  }

  private static LocalServer start(String part, StackContext context, Server server) {
    try {
      server.start();
      return new LocalServer(server);
    } catch (Exception e) { // Jetty's lifecycle declares no less
      stop(server);
      if (isBindFailure(e)) {
        throw portTaken(part, context.port());
      }
      throw new StartFailure("The %s part did not start: %s.".formatted(part, e.getMessage()), e);
    }
  }

  private static boolean isBindFailure(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private static QueuedThreadPool threads(String part) {
    var pool = new QueuedThreadPool(12, 2);
    pool.setName(part);
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(part + "-", 0).factory()));
    return pool;
  }

  /** As lenient about encoded paths as S3 and CloudFront are: the handler sees them raw. */
  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setHttpCompliance(HttpCompliance.RFC7230);
    return http;
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) { // Jetty's lifecycle declares no less
      System.getLogger(LocalServer.class.getName())
          .log(System.Logger.Level.WARNING, "server did not stop cleanly", e);
    }
  }
}

package io.albumen.local.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads a whole request, bounded, hands it to a function, and writes what it answers. */
public final class AwsHandler extends Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(AwsHandler.class.getName());
  private static final Answer TOO_LARGE = Answer.empty(413);
  private static final Answer BROKEN =
      Answer.json(
          500, Map.of("__type", "InternalErrorException", "message", "Internal server error"));

  private final int maxBytes;
  private final Function<AwsRequest, Answer> answer;

  /**
   * @param maxBytes larger bodies are refused unread
   */
  public AwsHandler(int maxBytes, Function<AwsRequest, Answer> answer) {
    this.maxBytes = maxBytes;
    this.answer = answer;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    var body = Content.Source.asInputStream(request).readNBytes(maxBytes + 1);
    write(body.length > maxBytes ? TOO_LARGE : answer(read(request, body)), response, callback);
    return true;
  }

  /** The last line of defence: a bug is a 500 with its trace in the log, not a dead connection. */
  @SuppressWarnings("IllegalCatch")
  private Answer answer(AwsRequest request) {
    try {
      return answer.apply(request);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "request failed path=" + request.path(), e);
      return BROKEN;
    }
  }

  private static AwsRequest read(Request request, byte[] body) {
    var headers = new HashMap<String, List<String>>();
    for (var field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.getValue() == null ? "" : field.getValue());
    }
    var uri = request.getHttpURI();
    var query = uri.getQuery() == null ? "" : uri.getQuery();
    return new AwsRequest(request.getMethod(), uri.getPath(), query, headers, body);
  }

  private static void write(Answer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}

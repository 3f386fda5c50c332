package io.albumen.local.dynamodb;

import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.sigv4.Signature;
import io.albumen.local.sigv4.SignatureFailure;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands on what the fleet's key signed. DynamoDB Local itself takes any signature for good. */
final class SignedOnly extends Handler.Wrapper {
  /** AWS's own limit for a request. */
  private static final int MAX_BYTES = 16 << 20;

  private final Signature signature;

  SignedOnly(Signature signature, Handler handler) {
    super(handler);
    this.signature = signature;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var body = Content.Source.asInputStream(request).readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      refuse("com.amazon.coral.service#RequestTooLarge", "", response, callback);
      return true;
    }
    try {
      signature.verify(read(request, body));
    } catch (SignatureFailure failure) {
      refuse(
          "com.amazon.coral.service#" + failure.fault().jsonCode(),
          failure.text(),
          response,
          callback);
      return true;
    }
    return super.handle(new Replayed(request, body), response, callback);
  }

  private static AwsRequest read(Request request, byte[] body) {
    var headers = new TreeMap<String, List<String>>();
    for (var field : request.getHeaders()) {
      headers.put(field.getLowerCaseName(), request.getHeaders().getValuesList(field.getName()));
    }
    var uri = request.getHttpURI();
    var query = uri.getQuery() == null ? "" : uri.getQuery();
    return new AwsRequest(request.getMethod(), uri.getPath(), query, headers, body);
  }

  private static void refuse(String type, String message, Response response, Callback callback) {
    var answer = Answer.json(400, Map.of("__type", type, "message", message));
    response.setStatus(answer.status());
    response.getHeaders().put("Content-Type", "application/x-amz-json-1.0");
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  /** The request with its body, which has been read, to be read again. */
  private static final class Replayed extends Request.Wrapper {
    private final ByteBufferContentSource body;
    private final long length;

    Replayed(Request request, byte[] body) {
      super(request);
      this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
      this.length = body.length;
    }

    @Override
    public long getLength() {
      return length;
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable demand) {
      body.demand(demand);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
    }
  }
}

package io.albumen.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.BufferUtil;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/**
 * Before S3Proxy, in whose own copy of Jetty it runs, for uploads in parts: refuses parts without
 * the checksum that was promised and completions out of order, as S3 does, and puts checksums into
 * the list of parts.
 */
final class PartsHandler extends Handler.Wrapper {
  private static final Refusal NO_CHECKSUM =
      new Refusal(
          HttpStatus.BAD_REQUEST_400,
          "InvalidRequest",
          "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type:"
              + " null");
  private static final Refusal OUT_OF_ORDER =
      new Refusal(
          HttpStatus.BAD_REQUEST_400,
          "InvalidPartOrder",
          "The list of parts was not in ascending order. Parts must be ordered by part number.");

  private static final int TURNS = 64;

  private final PartFiles files;
  private final List<Lock> turns = Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

  PartsHandler(PartFiles files) {
    this.files = files;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var upload = upload(request);
    if (upload.isEmpty()) {
      return super.handle(request, response, callback);
    }
    return request.getMethod().equals("PUT")
        ? part(request, response, callback, upload.get())
        : alone(request, response, callback, upload.get());
  }

  /** One after the other: nobody may see some of an upload's parts while they become an object. */
  private boolean alone(
      Request request, Response response, Callback callback, MultipartUpload upload)
      throws Exception {
    var turn = turns.get(Math.floorMod(upload.id().hashCode(), turns.size()));
    turn.lock();
    try {
      return switch (request.getMethod()) {
        case "GET" -> super.handle(request, new Listing(request, response, upload), callback);
        case "POST" -> completion(request, response, callback);
        default -> super.handle(request, response, callback);
      };
    } finally {
      turn.unlock();
    }
  }

  private boolean part(
      Request request, Response response, Callback callback, MultipartUpload upload)
      throws Exception {
    var headers = request.getHeaders();
    var hasChecksum =
        headers.contains("x-amz-checksum-sha256") || headers.contains("x-amz-trailer");
    return !hasChecksum && files.needsChecksum(upload)
        ? NO_CHECKSUM.send(response, callback)
        : super.handle(request, response, callback);
  }

  private boolean completion(Request request, Response response, Callback callback)
      throws Exception {
    var body = Content.Source.asByteBuffer(request);
    return PartChecks.isInOrder(BufferUtil.toUTF8String(body))
        ? super.handle(new Reread(request, body), response, callback)
        : OUT_OF_ORDER.send(response, callback);
  }

  private static Optional<MultipartUpload> upload(Request request) {
    var id = Request.extractQueryParameters(request).getValue("uploadId");
    var path = request.getHttpURI().getDecodedPath().split("/", 3);
    if (id == null || path.length < 3) {
      return Optional.empty();
    }
    var created = CreateMultipartUploadRequest.builder().bucket(path[1]).key(path[2]).build();
    return Optional.of(new MultipartUpload(id, created));
  }

  /** A request whose body was looked at. */
  private static final class Reread extends Request.Wrapper {
    private final Content.Source body;

    Reread(Request request, ByteBuffer body) {
      super(request);
      this.body = new ByteBufferContentSource(body);
    }

    @Override
    public Content.@Nullable Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
      body.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
    }
  }

  /** Holds the list of parts back until it is whole, and then sends it with checksums. */
  private final class Listing extends Response.Wrapper {
    private final MultipartUpload upload;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Listing(Request request, Response response, MultipartUpload upload) {
      super(request, response);
      this.upload = upload;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      try {
        if (content != null) {
          BufferUtil.writeTo(content, written);
        }
      } catch (IOException e) {
        callback.failed(e);
        return;
      }
      if (last) {
        send(callback);
      } else {
        callback.succeeded();
      }
    }

    private void send(Callback callback) {
      var body = written.toByteArray();
      if (getStatus() < HttpStatus.MULTIPLE_CHOICES_300) { // 0 where nobody has set it
        body =
            PartChecks.withChecksums(
                    new String(body, UTF_8), number -> files.checksum(upload, number))
                .getBytes(UTF_8);
      }
      getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      super.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}

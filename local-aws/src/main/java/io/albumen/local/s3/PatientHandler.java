package io.albumen.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Blocker;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Before everything else: reads what is put to its end before it is refused, as S3 does. Jetty
 * would cut the client off, which then never sees the refusal.
 */
final class PatientHandler extends Handler.Wrapper {

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(
        request,
        request.getMethod().equals("PUT") ? new Patient(request, response) : response,
        callback);
  }

  private static final class Patient extends Response.Wrapper {
    private boolean isRead;

    Patient(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      if (getStatus() >= HttpStatus.BAD_REQUEST_400 && !isRead) {
        isRead = true;
        try (var blocker = Blocker.callback()) {
          Content.Source.consumeAll(getRequest(), blocker);
          blocker.block();
        } catch (IOException e) {
          callback.failed(e);
          return;
        }
      }
      super.write(last, content, callback);
    }
  }
}

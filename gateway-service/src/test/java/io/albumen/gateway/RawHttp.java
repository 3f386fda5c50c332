package io.albumen.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends what no client library would. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  RawHttp(URI gateway) throws IOException {
    socket = new Socket(gateway.getHost(), gateway.getPort());
    socket.setSoTimeout(10_000);
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  void send(String text) throws IOException {
    out().write(text.getBytes(StandardCharsets.ISO_8859_1));
    out().flush();
  }

  /** The status line's number. */
  int status() throws IOException {
    var line = line();
    return Integer.parseInt(line.split(" ", 3)[1]);
  }

  /**
   * Goes on sending a little four times a second until the server has had enough of it.
   *
   * @return the status line's number
   */
  int statusWhileTrickling(String little) throws IOException {
    socket.setSoTimeout(250);
    for (int i = 0; i < 60; i++) {
      try {
        var status = status();
        socket.setSoTimeout(10_000);
        return status;
      } catch (SocketTimeoutException e) {
        send(little);
      }
    }
    throw new SocketTimeoutException("it has endless patience");
  }

  /** Says nothing, and expects to hear nothing, for a while. */
  void idle(Duration pause) throws IOException {
    socket.setSoTimeout((int) pause.toMillis());
    try {
      if (in().read() >= 0) {
        throw new IOException("it spoke unasked");
      }
      throw new IOException("it hung up");
    } catch (SocketTimeoutException e) {
      socket.setSoTimeout(10_000);
    }
  }

  String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in().read(); next >= 0 && next != '\n'; next = in().read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** Reads on until a line is this one. */
  void skipTo(String wanted) throws IOException {
    while (!line().equals(wanted)) {
      // on to the next line; a silent server ends this by the socket's timeout
    }
  }

  /** With a reset, as a crashed client would. */
  void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

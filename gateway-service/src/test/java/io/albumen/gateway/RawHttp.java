package io.albumen.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

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

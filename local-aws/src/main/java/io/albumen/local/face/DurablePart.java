package io.albumen.local.face;

import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsHandler;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.store.DurableStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** A part with one store and one server; what it opened last is closed first. */
public abstract class DurablePart implements Part {
  private final Deque<Runnable> closing = new ArrayDeque<>();

  /** The part's store, in its state directory. */
  protected final DurableStore open(StackContext context) {
    var store = DurableStore.open(context.stateDir().resolve(name() + ".db"));
    closing(store::close);
    return store;
  }

  /**
   * Answers requests from now on.
   *
   * @param maxBytes larger bodies are refused
   */
  protected final void serve(
      StackContext context, int maxBytes, Function<AwsRequest, Answer> answer) {
    var server = LocalServer.start(name(), context, new AwsHandler(maxBytes, answer));
    closing(server::close);
  }

  /** To do when the part is closed, before what was said earlier. */
  protected final void closing(Runnable step) {
    closing.push(step);
  }

  /** One step that fails does not keep the others from being done. */
  @Override
  public final void close() {
    if (closing.isEmpty()) {
      return;
    }
    try {
      closing.pop().run();
    } finally {
      close();
    }
  }
}

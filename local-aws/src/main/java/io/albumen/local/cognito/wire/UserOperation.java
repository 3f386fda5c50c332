package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.Map;

/**
 * An operation on the pool.
 *
 * @param <I> what it takes
 */
public abstract class UserOperation<I> implements Operation<I> {
  /** The answer of operations that have nothing to say. */
  protected static final Map<String, String> DONE = Map.of();

  /** What it works on. */
  protected final UserPool pool;

  private final Class<I> input;
  private final boolean signed;

  /** For the operations Cognito takes unsigned: the user's secrets prove who asks. */
  protected UserOperation(UserPool pool, Class<I> input) {
    this(pool, input, false);
  }

  protected UserOperation(UserPool pool, Class<I> input, boolean signed) {
    this.pool = pool;
    this.input = input;
    this.signed = signed;
  }

  @Override
  public final Class<I> input() {
    return input;
  }

  @Override
  public final boolean signed() {
    return signed;
  }
}

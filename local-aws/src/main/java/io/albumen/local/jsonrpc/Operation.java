package io.albumen.local.jsonrpc;

import io.albumen.local.protocol.AwsFailure;

/**
 * One operation of a JSON 1.1 service; its class bears the operation's name.
 *
 * @param <I> what it takes: a record whose absent members are null
 */
public interface Operation<I> {

  Class<I> input();

  /** The result to serialise; a refusal is thrown as {@link AwsFailure}. */
  Object run(I input);

  /** As in {@code X-Amz-Target} behind the dot. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Whether only a caller with the account's credentials may use it. */
  default boolean signed() {
    return true;
  }
}

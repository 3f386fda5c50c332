package io.albumen.photo.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.Sha256;
import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first answer again to who sends the same request with the same {@code Idempotency-Key}.
 * Only answers are kept: a request that was refused may be tried again.
 */
@ApplicationScoped
public class Idempotency {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

  private final IdempotencyRepository keys;
  private final Accounts accounts;
  private final Database database;
  private final ObjectMapper mapper;
  private final IdempotencyConfig config;
  private final Clock clock;

  Idempotency(
      IdempotencyRepository keys,
      Accounts accounts,
      Database database,
      ObjectMapper mapper,
      IdempotencyConfig config,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.database = database;
    this.mapper = mapper;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @param operation the same key may not be used for another
   * @param body what the client sent, as JSON would have it
   * @param answer what is kept, as JSON
   */
  public record Request<T>(String operation, Object body, Class<T> answer) {}

  /**
   * Without a key, just does the work.
   *
   * @throws IdempotencyException when the key came with another request, or the first is still
   *     being worked on
   */
  public <T> T answer(UserId owner, @Nullable String key, Request<T> request, Supplier<T> work) {
    if (key == null) {
      return work.get();
    }
    if (!KEY.matcher(key).matches()) {
      throw new IdempotencyException.BadKey();
    }
    var hash = hash(request);
    return claim(owner, key, hash)
        ? answerFirst(owner, key, work)
        : answerAgain(owner, key, hash, request.answer());
  }

  private boolean claim(UserId owner, String key, String hash) {
    var now = clock.instant();
    return database.inTransaction(
        transaction -> {
          accounts.lock(transaction, owner); // nothing is kept for a closed account
          return keys.claim(transaction, owner, key, hash, now, now.minus(config.lostAfter()));
        });
  }

  private <T> T answerFirst(UserId owner, String key, Supplier<T> work) {
    var isAnswered = false;
    try {
      var answer = work.get();
      var json = mapper.writeValueAsString(answer);
      database.transact(transaction -> keys.keep(transaction, owner, key, json));
      isAnswered = true;
      return answer;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always JSON", e);
    } finally {
      if (!isAnswered) {
        database.transact(transaction -> keys.release(transaction, owner, key));
      }
    }
  }

  private <T> T answerAgain(UserId owner, String key, String hash, Class<T> type) {
    var kept =
        database
            .inTransaction(transaction -> keys.find(transaction, owner, key))
            .orElseThrow(IdempotencyException.InUse::new);
    if (!kept.requestHash().equals(hash)) {
      throw new IdempotencyException.Reused();
    }
    if (kept.answer() == null) {
      throw new IdempotencyException.InUse();
    }
    try {
      return mapper.readValue(kept.answer(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept can be read", e);
    }
  }

  private String hash(Request<?> request) {
    try {
      var digest = Sha256.digest();
      digest.update(request.operation().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(mapper.writeValueAsBytes(request.body())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what came as JSON is JSON", e);
    }
  }
}

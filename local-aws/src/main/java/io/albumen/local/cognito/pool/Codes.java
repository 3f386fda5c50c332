package io.albumen.local.cognito.pool;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.mailbox.MailAddress;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.mailbox.MailSender.Letter;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.sigv4.Hashes;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Six digits by mail, in Cognito's own words. */
public final class Codes {
  private static final MailAddress SENDER = new MailAddress("", "no-reply@verificationemail.com");
  private static final int BOUND = 1_000_000;

  private final Users users;
  private final Strangers strangers;
  private final MailSender mails;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Codes(Users users, Strangers strangers, MailSender mails, Clock clock) {
    this.users = users;
    this.strangers = strangers;
    this.mails = mails;
    this.clock = clock;
  }

  /** Makes a code, then mails it: a crash between the two costs the user a resend, as on AWS. */
  public void send(User user, Purpose purpose, String address) {
    var digits = "%06d".formatted(random.nextInt(BOUND));
    users.update(
        user.sub(),
        current -> {
          var next = issued(current.code(purpose), digits, purpose);
          return current.withCode(purpose, next, clock.instant());
        });
    mail(address, purpose, digits);
  }

  /** Limits what is sent to a name nobody has just as what is sent to users. */
  public void pretendToSend(String name, Purpose purpose) {
    strangers.update(
        name,
        stranger ->
            stranger.with(purpose, issued(stranger.code(purpose), Strangers.NO_CODE, purpose)));
  }

  private Code issued(Code before, String digits, Purpose purpose) {
    var now = clock.instant();
    if (!before.maySend(now)) {
      throw Faults.limitExceeded();
    }
    return before.issued(digits, purpose, now);
  }

  private void mail(String address, Purpose purpose, String digits) {
    var subject = purpose == Purpose.RESET ? "Your password reset code" : "Your verification code";
    var text =
        purpose == Purpose.RESET
            ? "Your password reset code is " + digits
            : "Your confirmation code is " + digits;
    try {
      mails.send(Letter.plain(SENDER, new MailAddress("", address), subject, text));
    } catch (UncheckedIOException e) {
      throw Faults.codeNotDelivered();
    }
  }

  /**
   * Uses up the code and does what it was for, together; a wrong guess is counted and refused.
   *
   * @param effect what a right code does to the user
   */
  public User redeem(User user, Purpose purpose, String digits, UnaryOperator<User> effect) {
    var refusal = new AtomicReference<@Nullable AwsFailure>();
    var changed =
        users.update(
            user.sub(),
            current -> {
              var judged = judge(current.code(purpose), digits);
              refusal.set(judged);
              return judged == null
                  ? effect.apply(
                      current.withCode(purpose, current.code(purpose).used(), clock.instant()))
                  : countIfWrong(current, purpose, judged);
            });
    var failure = refusal.get();
    if (failure != null) {
      throw failure;
    }
    return changed;
  }

  /** What a code is answered for a name nobody has: never that it is right. */
  public AwsFailure refuse(String name, Purpose purpose, String digits) {
    var refusal = new AtomicReference<@Nullable AwsFailure>();
    strangers.update(
        name,
        stranger -> {
          var code = pretended(stranger.code(purpose), purpose);
          var judged = judge(code, digits);
          refusal.set(judged);
          return judged == null || isMismatch(judged)
              ? stranger.with(purpose, code.guessedWrong(clock.instant()))
              : stranger;
        });
    return Optional.ofNullable(refusal.get()).orElseGet(Faults::codeMismatch);
  }

  /** Who signs up has been sent a code, and so must those seem who did not. */
  private Code pretended(Code code, Purpose purpose) {
    return purpose == Purpose.SIGN_UP && code.sent().isEmpty()
        ? issued(code, Strangers.NO_CODE, purpose)
        : code;
  }

  private @Nullable AwsFailure judge(Code code, String digits) {
    var now = clock.instant();
    if (!code.mayTry(now)) {
      return Faults.limitExceeded();
    }
    var expected = code.digits();
    if (expected == null || code.expired(now)) {
      return Faults.expiredCode();
    }
    return Hashes.same(expected, digits) ? null : Faults.codeMismatch();
  }

  private User countIfWrong(User user, Purpose purpose, AwsFailure failure) {
    if (!isMismatch(failure)) {
      return user;
    }
    var now = clock.instant();
    return user.withCode(purpose, user.code(purpose).guessedWrong(now), now);
  }

  private static boolean isMismatch(AwsFailure failure) {
    return failure.code().equals(Faults.codeMismatch().code());
  }
}

package io.albumen.notification.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.security.Standing;
import io.albumen.notification.account.Account;
import io.albumen.notification.account.AccountService;
import io.albumen.notification.account.Contact;
import io.albumen.notification.inbox.InboxService;
import io.albumen.notification.inbox.Notice;
import io.albumen.notification.letter.Letter;
import io.albumen.notification.mail.MailService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What each event leads to. Every effect is at most once per event id by itself, so an event may
 * come again after a crash between any two of them.
 */
@ApplicationScoped
class EventIntake {
  private static final Logger LOG = Logger.getLogger(EventIntake.class);
  private static final String DEFAULT_LOCALE = "en";
  private static final String DEFAULT_TIME_ZONE = "UTC";
  private final AccountService accounts;
  private final InboxService inbox;
  private final MailService mails;
  private final ErasureAnnouncer announcer;
  private final ObjectMapper mapper;

  EventIntake(
      AccountService accounts,
      InboxService inbox,
      MailService mails,
      ErasureAnnouncer announcer,
      ObjectMapper mapper) {
    this.accounts = accounts;
    this.inbox = inbox;
    this.mails = mails;
    this.announcer = announcer;
    this.mapper = mapper;
  }

  /** The event came before the one that tells the user's address; it has to come again. */
  static final class TooEarly extends RuntimeException {
    TooEarly(UserId user) {
      super("no contact yet user=" + user);
    }
  }

  /**
   * @throws JsonProcessingException if the body is no event, or its data not of its type
   * @throws TooEarly if a mail is due and the address is not known yet
   */
  void take(String body) throws JsonProcessingException {
    var event = Event.parse(body, mapper);
    switch (event.type()) {
      case "UserVerified" -> userVerified(event, event.dataAs(Facts.UserProfile.class, mapper));
      case "UserProfileChanged" -> learn(event, event.dataAs(Facts.UserProfile.class, mapper));
      case "UserSuspended" -> userSuspended(event, event.dataAs(Facts.UserSuspended.class, mapper));
      case "SecurityEvent" ->
          securityChanged(event, event.dataAs(Facts.SecurityEvent.class, mapper));
      case "UserDeletionRequested" ->
          deletionRequested(event, event.dataAs(Facts.Farewell.class, mapper));
      case "UserDeletionCompleted" ->
          farewell(
              event, event.dataAs(Facts.Farewell.class, mapper), new Letter.DeletionCompleted());
      case "UserDeleted" -> userDeleted(event.dataAs(Facts.UserDeleted.class, mapper));
      case "VideoReady" -> videoReady(event, event.dataAs(Facts.VideoReady.class, mapper));
      case "VideoFailed" -> videoFailed(event, event.dataAs(Facts.VideoFailed.class, mapper));
      case "MediaRejected" -> mediaRejected(event, event.dataAs(Facts.MediaRejected.class, mapper));
      default -> LOG.infof("event ignored type=%s event=%s", event.type(), event.id());
    }
  }

  private UserId learn(Event event, Facts.UserProfile profile) {
    var user = new UserId(profile.userId());
    accounts.learn(
        new Contact(
            user,
            profile.email(),
            profile.displayName(),
            or(profile.locale(), DEFAULT_LOCALE),
            or(profile.timeZone(), DEFAULT_TIME_ZONE)),
        event.occurredAt());
    return user;
  }

  private void userVerified(Event event, Facts.UserProfile profile) {
    var user = learn(event, profile);
    file(event, user, new Notice.Welcome(profile.displayName()));
    mail(event, user, new Letter.Welcome());
  }

  /** What a later change has overtaken is no longer true, so nobody is told of it. */
  private void userSuspended(Event event, Facts.UserSuspended fact) {
    var user = new UserId(fact.userId());
    var standing = fact.suspended() ? Standing.SUSPENDED : Standing.GOOD;
    if (accounts.judge(user, standing, fact.changedAt())) {
      mail(event, user, fact.suspended() ? new Letter.Suspended() : new Letter.Restored());
    }
  }

  private void securityChanged(Event event, Facts.SecurityEvent fact) {
    var user = new UserId(fact.userId());
    file(event, user, new Notice.SecurityChanged(fact.kind()));
    mail(event, user, new Letter.SecurityChanged(fact.kind(), event.occurredAt()));
  }

  private void deletionRequested(Event event, Facts.Farewell fact) throws JsonProcessingException {
    if (fact.receipt() == null) {
      throw new JsonMappingException(null, "no receipt");
    }
    farewell(event, fact, new Letter.DeletionRequested(fact.receipt(), event.occurredAt()));
  }

  /** The event itself tells the address: here it is gone, or may be at any moment. */
  private void farewell(Event event, Facts.Farewell fact, Letter letter) {
    var contact =
        new Contact(
            new UserId(fact.userId()),
            fact.email(),
            fact.displayName(),
            or(fact.locale(), DEFAULT_LOCALE),
            DEFAULT_TIME_ZONE);
    mails.send(event.id(), contact, letter);
  }

  /** Comes again until every service has answered: erases and answers again. */
  private void userDeleted(Facts.UserDeleted fact) {
    var user = new UserId(fact.userId());
    accounts.erase(user);
    announcer.announce(user);
  }

  private void videoReady(Event event, Facts.VideoReady fact) {
    var user = new UserId(fact.userId());
    var duration = Duration.ofMillis(fact.durationMs());
    file(event, user, new Notice.VideoReady(fact.videoId(), fact.title(), duration));
    mail(event, user, new Letter.FilmReady(fact.videoId(), fact.title(), duration));
  }

  private void videoFailed(Event event, Facts.VideoFailed fact) {
    file(
        event,
        new UserId(fact.userId()),
        new Notice.VideoFailed(fact.videoId(), fact.title(), fact.code(), fact.detail()));
  }

  private void mediaRejected(Event event, Facts.MediaRejected fact) {
    file(
        event,
        new UserId(fact.ownerId()),
        new Notice.MediaRejected(fact.mediaId(), or(fact.name(), ""), fact.code(), fact.detail()));
  }

  private void file(Event event, UserId user, Notice notice) {
    inbox.file(event.id(), event.occurredAt(), user, notice);
  }

  private void mail(Event event, UserId user, Letter letter) {
    switch (accounts.find(user)) {
      case Account.Known(var _, var standing) when !letter.reaches(standing) ->
          LOG.infof("mail dropped, user suspended user=%s kind=%s", user, letter.kind());
      case Account.Known(var contact, var _) -> mails.send(event.id(), contact, letter);
      case Account.Unknown _ -> throw new TooEarly(user);
      case Account.Erased _ -> LOG.infof("mail dropped, user erased user=%s", user);
    }
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  /** Tells that nothing of a user is left here. */
  interface ErasureAnnouncer {
    /** Announcing twice is harmless. */
    void announce(UserId user);
  }
}

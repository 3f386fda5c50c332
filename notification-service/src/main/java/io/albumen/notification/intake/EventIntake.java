package io.albumen.notification.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.notification.account.Account;
import io.albumen.notification.account.AccountService;
import io.albumen.notification.account.Contact;
import io.albumen.notification.inbox.InboxService;
import io.albumen.notification.inbox.Notice;
import io.albumen.notification.mail.Letter;
import io.albumen.notification.mail.MailService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What each event leads to. Every effect is at most once per event id by itself, so an event may
 * come again after a crash between any two of them.
 */
@ApplicationScoped
class EventIntake {
  private static final Logger LOG = Logger.getLogger(EventIntake.class);
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
      case "UserDeleted" -> userDeleted(event, event.dataAs(Facts.UserDeleted.class, mapper));
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
            or(profile.locale(), "en"),
            or(profile.timeZone(), "UTC")),
        event.occurredAt());
    return user;
  }

  private void userVerified(Event event, Facts.UserProfile profile) {
    var user = learn(event, profile);
    file(event, user, new Notice.Welcome(profile.displayName()));
    mail(event, user, new Letter.Welcome());
  }

  private void userDeleted(Event event, Facts.UserDeleted fact) {
    var user = new UserId(fact.userId());
    accounts.erase(user);
    announcer.announce(event.id(), user);
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
      case Account.Known(var contact) -> mails.send(event.id(), contact, letter);
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
    void announce(UUID deletion, UserId user);
  }
}

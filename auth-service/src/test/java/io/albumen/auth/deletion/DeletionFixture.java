package io.albumen.auth.deletion;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.TestConfig;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PasswordProofFixture;
import io.albumen.auth.revocation.RevocationFixture;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletions on fakes, any step of which may be the last. */
public final class DeletionFixture {
  static final EmailAddress EMAIL = EmailAddress.of("ada@example.com");
  static final Password PASSWORD = new Password("Correct-horse-7");
  static final Duration RETRY = Duration.ofMinutes(2);

  public final Lifeline life = new Lifeline();
  public final SteppingClock clock = new SteppingClock();
  final InMemoryUserPool pool = new InMemoryUserPool();
  public final InMemoryUserDirectory directory = new InMemoryUserDirectory(life);
  public final RecordingAccountEvents events = new RecordingAccountEvents(life);
  public final RevocationFixture revocations = new RevocationFixture(clock, life);
  final InMemoryDeletionRepository repository = new InMemoryDeletionRepository(life);
  final Set<UserId> traceless = new HashSet<>();
  public final UserId ada = pool.add(EMAIL, PASSWORD, true);

  private final DeletionConfig config = TestConfig.defaults(DeletionConfig.class);
  final DeletionCourse course =
      new DeletionCourse(
          repository,
          directory,
          revocations.revocations(),
          events,
          List.of(
              user -> {
                traceless.add(user);
                life.step();
              }),
          config,
          clock);
  public final DeletionService service =
      new DeletionService(
          pool, PasswordProofFixture.on(pool), repository, course, config, new Ids(), clock);
  private final DeletionSweeper sweeper = new DeletionSweeper(repository, course, config, clock);

  public DeletionFixture() {
    directory.add(ada, EMAIL.value());
  }

  public void request() {
    service.request(ada, PASSWORD);
  }

  /** Long enough for the sweeper to take over. */
  void sweepLater() {
    clock.advance(RETRY);
    sweeper.sweep();
  }

  /** Every service that was told erases, and says so. */
  void servicesAnswer() {
    for (var user : Set.copyOf(events.deletedUsers())) {
      config.services().forEach(service -> course.answered(user, service));
    }
  }

  Deletion deletion() {
    return repository.find(ada).orElseThrow();
  }
}

package io.albumen.auth;

import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.deletion.InMemoryDeletionRepository;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.discretion.RecordingPause;
import io.albumen.auth.intent.InMemoryIntentRepository;
import io.albumen.auth.mfa.InMemorySoftwareTokens;
import io.albumen.auth.password.InMemoryPasswords;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.registration.InMemoryAnnouncementRepository;
import io.albumen.auth.revocation.InMemoryRevocationRepository;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The service without anything behind it: for what is HTTP only. */
public final class OnFakes implements QuarkusTestProfile {

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(
        InMemoryUserPool.class,
        InMemoryUserDirectory.class,
        InMemoryIntentRepository.class,
        InMemoryAnnouncementRepository.class,
        InMemoryPasswords.class,
        InMemoryRevocationRepository.class,
        InMemorySoftwareTokens.class,
        InMemoryDeletionRepository.class,
        RecordingAccountEvents.class,
        RecordingPause.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "albumen.cognito.user-pool-id", "eu-west-1_test",
        "albumen.cognito.client-id", TestTokens.CLIENT_ID,
        "albumen.cognito.client-secret", "secret",
        "albumen.auth.deletion.listen", "false",
        "quarkus.scheduler.enabled", "false");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(TestTokens.Keys.class, Map.of("trusts", "gateway-service")));
  }
}

package io.albumen.photo.reconciliation;

import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.runtime.RoleConfig;
import io.albumen.photo.runtime.RoleConfig.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Goes on with the running comparison, in processes that are workers. */
@ApplicationScoped
class ReconciliationWorker {
  private final BackgroundLoop loop;
  private final RoleConfig roles;

  ReconciliationWorker(Reconciler reconciler, ReconciliationConfig config, RoleConfig roles) {
    this.loop = new BackgroundLoop("reconciliation", config.interval(), reconciler::run);
    this.roles = roles;
  }

  void start(@Observes StartupEvent event) {
    if (roles.roles().contains(Role.WORKER)) {
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}

package io.albumen.local.ses;

import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Who may send. An address must be verified, or else its whole domain. */
final class Identities {
  private final DurableStore store;
  private final Table<Identity> identities;

  Identities(DurableStore store) {
    this.store = store;
    this.identities = store.table("identities", Identity.class);
  }

  /**
   * An address or a domain.
   *
   * @param token proves the owner, who was mailed it
   */
  record Identity(String name, boolean verified, String token) {
    String status() {
      return verified ? "Success" : "Pending";
    }
  }

  /** Makes those that the fleet sends as good from the start. */
  void trust(List<String> addresses) {
    store.change(
        () -> addresses.forEach(address -> identities.put(key(address), of(address, true))));
  }

  /** What is verified stays so. */
  Identity request(String address) {
    return store.change(
        () -> {
          var identity = identities.find(key(address)).orElseGet(() -> of(address, false));
          identities.put(key(address), identity);
          return identity;
        });
  }

  boolean verify(String token) {
    var found = all().stream().filter(identity -> identity.token().equals(token)).findFirst();
    found.ifPresent(
        identity ->
            store.change(
                () ->
                    identities.put(
                        key(identity.name()), new Identity(identity.name(), true, token))));
    return found.isPresent();
  }

  void delete(String name) {
    store.change(() -> identities.remove(key(name)));
  }

  Optional<Identity> find(String name) {
    return identities.find(key(name));
  }

  List<Identity> all() {
    return identities.all().stream().map(Table.Row::value).toList();
  }

  void check(String sender, String region) {
    var domain = sender.substring(sender.indexOf('@') + 1);
    if (!isVerified(sender) && !isVerified(domain)) {
      throw new AwsFailure(
          "MessageRejected",
          "Email address is not verified. The following identities failed the check in region %s: %s"
              .formatted(region.toUpperCase(Locale.ROOT), sender));
    }
  }

  private boolean isVerified(String name) {
    return find(name).map(Identity::verified).orElse(false);
  }

  private static Identity of(String name, boolean verified) {
    return new Identity(name, verified, UUID.randomUUID().toString());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

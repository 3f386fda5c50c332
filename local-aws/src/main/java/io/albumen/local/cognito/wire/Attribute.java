package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.protocol.AwsFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code AttributeType}. */
public record Attribute(String name, @Nullable String value) {
  public static final String EMAIL = "email";
  private static final int MAX_LENGTH = 2048;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\\\\\"()\\[\\]]{1,64}@[^\\s@<>,;:\\\\\"()\\[\\]]+\\.?[^\\s@]*");
  private static final Set<String> READ_ONLY = Set.of("sub", "email_verified");
  private static final Set<String> STANDARD =
      Set.of(
          "address",
          "birthdate",
          EMAIL,
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "picture",
          "preferred_username",
          "profile",
          "updated_at",
          "website",
          "zoneinfo");

  /** All that AWS tells of a user. */
  public static List<Attribute> of(User user) {
    return user.allAttributes().entrySet().stream()
        .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What a client wants to set, refused where the pool's schema has no such attribute. */
  public static Map<String, String> toWrite(@Nullable List<Attribute> attributes) {
    var wanted = new TreeMap<String, String>();
    for (var attribute : attributes == null ? List.<Attribute>of() : attributes) {
      check(attribute.name());
      var value = attribute.value() == null ? "" : attribute.value();
      if (value.length() > MAX_LENGTH) {
        throw Faults.invalidParameter(
            "Attributes did not conform to the schema: %s: String must be no longer than %d"
                .formatted(attribute.name(), MAX_LENGTH));
      }
      wanted.put(attribute.name(), value);
    }
    return wanted;
  }

  private static void check(String name) {
    if (READ_ONLY.contains(name)) {
      throw new AwsFailure(
          "NotAuthorizedException", "A client attempted to write unauthorized attribute");
    }
    if (!STANDARD.contains(name)) {
      throw Faults.invalidParameter(
          "Attributes did not conform to the schema: Type for attribute {%s} could not be determined"
              .formatted(name));
    }
  }

  /** The pool's users are named by their address. */
  public static void checkEmail(String address, String otherwise) {
    if (!ADDRESS.matcher(address).matches()) {
      throw Faults.invalidParameter(otherwise);
    }
  }
}

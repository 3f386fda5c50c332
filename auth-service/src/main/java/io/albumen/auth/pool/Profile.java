package io.albumen.auth.pool;

import io.albumen.common.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves.
 *
 * @param locale BCP 47, as {@code pt-BR}
 * @param timeZone IANA name, as {@code Europe/Lisbon}
 */
public record Profile(String displayName, String locale, String timeZone) {
  public static final int MAX_NAME = 100;

  static final String DEFAULT_LOCALE = "en";
  static final String DEFAULT_TIME_ZONE = "UTC";

  private static final int MAX_LOCALE = 35;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /**
   * A profile as typed, without surrounding space; what is absent is English and UTC.
   *
   * @throws PoolException.InvalidProfile naming every fault
   */
  public static Profile of(String displayName, @Nullable String locale, @Nullable String timeZone) {
    var profile =
        new Profile(
            displayName.strip(),
            locale == null ? DEFAULT_LOCALE : locale,
            timeZone == null ? DEFAULT_TIME_ZONE : timeZone);
    var faults = profile.faults();
    if (!faults.isEmpty()) {
      throw new PoolException.InvalidProfile(faults);
    }
    return profile;
  }

  private List<FieldError> faults() {
    var faults = new ArrayList<FieldError>();
    if (displayName.isEmpty() || displayName.codePointCount(0, displayName.length()) > MAX_NAME) {
      faults.add(new FieldError("displayName", "must have 1 to %d characters".formatted(MAX_NAME)));
    }
    if (CONTROL.matcher(displayName).find()) {
      faults.add(new FieldError("displayName", "must not have control characters"));
    }
    if (!isLanguageTag(locale)) {
      faults.add(new FieldError("locale", "must be a language tag like pt-BR"));
    }
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(new FieldError("timeZone", "must be a time zone like Europe/Lisbon"));
    }
    return faults;
  }

  private static boolean isLanguageTag(String text) {
    try {
      return text.length() <= MAX_LOCALE
          && !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** Names never reach a log by way of a value's text. */
  @Override
  public String toString() {
    return "Profile[…]";
  }
}

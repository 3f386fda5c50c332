package io.albumen.photo.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {
  private static final Instant END = Instant.parse("2026-03-28T12:05:00Z");
  private final JWTAuthContextInfo settings = new JWTAuthContextInfo();
  private Instant now = END.minusSeconds(300);
  private int verified;

  private final RememberedTokens tokens =
      new RememberedTokens(
          new JWTCallerPrincipalFactory() {
            @Override
            public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings)
                throws ParseException {
              verified++;
              if (token.equals("forged") || !now.isBefore(END)) {
                throw new ParseException("refused");
              }
              var claims = new JwtClaims();
              claims.setExpirationTime(NumericDate.fromSeconds(END.getEpochSecond()));
              return new DefaultJWTCallerPrincipal(token, "JWT", claims);
            }
          },
          clock());

  @Test
  void aTokenIsVerifiedOnce() throws ParseException {
    var first = tokens.parse("a", settings);

    assertThat(tokens.parse("a", settings)).isSameAs(first);
    assertThat(tokens.parse("b", settings)).isNotSameAs(first);
    assertThat(verified).isEqualTo(2);
  }

  @Test
  void aTokenThatExpiredIsRefusedThoughItWasKnown() throws ParseException {
    tokens.parse("a", settings);
    now = END;

    assertThatThrownBy(() -> tokens.parse("a", settings)).isInstanceOf(ParseException.class);
  }

  @Test
  void whatWasRefusedIsNotKnown() {
    assertThatThrownBy(() -> tokens.parse("forged", settings)).isInstanceOf(ParseException.class);
    assertThatThrownBy(() -> tokens.parse("forged", settings)).isInstanceOf(ParseException.class);
    assertThat(verified).isEqualTo(2);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}

package io.albumen.auth.session;

import io.albumen.auth.pool.Tokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a password leads to, on the wire. */
@Schema(
    name = "SignInAnswer",
    oneOf = {SessionView.TokenView.class, SessionView.ChallengeView.class})
public sealed interface SessionView {

  /**
   * @param expiresIn seconds from now
   * @param refreshToken absent for a browser, which has it as a cookie
   */
  @Schema(name = "SessionTokens")
  record TokenView(
      @Schema(required = true) String accessToken,
      @Schema(required = true, description = "Seconds from now") long expiresIn,
      @Schema(required = true, examples = "Bearer") String tokenType,
      @Schema(description = "Absent for a browser, which has it as a cookie")
          @Nullable String refreshToken)
      implements SessionView {

    static TokenView withRefreshToken(Tokens tokens) {
      return new TokenView(
          tokens.accessToken(), tokens.expiresIn().toSeconds(), "Bearer", tokens.refreshToken());
    }

    static TokenView withoutRefreshToken(Tokens tokens) {
      return new TokenView(tokens.accessToken(), tokens.expiresIn().toSeconds(), "Bearer", null);
    }

    @Override
    public String toString() {
      return "TokenView[…]";
    }
  }

  /** A further proof is due. */
  @Schema(name = "SignInChallenge")
  record ChallengeView(
      @Schema(required = true, examples = "SOFTWARE_TOKEN_MFA") String challenge,
      @Schema(required = true) String session)
      implements SessionView {
    @Override
    public String toString() {
      return "ChallengeView[" + challenge + "]";
    }
  }
}

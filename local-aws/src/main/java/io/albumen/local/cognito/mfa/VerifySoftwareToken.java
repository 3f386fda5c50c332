package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.regex.Pattern;

/** Proves by a code that the app has the secret; MFA is still off until it is preferred. */
final class VerifySoftwareToken extends UserOperation<TokenInput> {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  VerifySoftwareToken(UserPool pool) {
    super(pool, TokenInput.class);
  }

  record Output(String status) {}

  @Override
  public Output run(TokenInput input) {
    var user = input.bearer(pool);
    var code = Require.text("userCode", input.userCode());
    if (!CODE.matcher(code).matches()) {
      throw Faults.invalidParameter(
          "1 validation error detected: Value at 'userCode' failed to satisfy constraint: Member"
              + " must satisfy regular expression pattern: [0-9]+");
    }
    pool.softwareTokens().prove(user, code, input.friendlyDeviceName());
    return new Output("SUCCESS");
  }
}

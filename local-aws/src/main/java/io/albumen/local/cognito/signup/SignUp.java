package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an unconfirmed user and mails a code. */
final class SignUp extends UserOperation<SignUp.Input> {

  SignUp(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(
      @Nullable String clientId,
      @Nullable String secretHash,
      @Nullable String username,
      @Nullable String password,
      @Nullable List<Attribute> userAttributes) {}

  record Output(boolean userConfirmed, CodeDelivery codeDeliveryDetails, String userSub) {}

  @Override
  public Output run(Input input) {
    var email = Require.text("username", input.username());
    var password = Require.text("password", input.password());
    pool.checkSecretHash(Require.text("clientId", input.clientId()), email, input.secretHash());
    Attribute.checkEmail(email, "Username should be an email.");
    var attributes = Attribute.toWrite(input.userAttributes());
    if (!email.equalsIgnoreCase(attributes.getOrDefault(Attribute.EMAIL, email))) {
      throw Faults.invalidParameter("Attribute value for email does not match the username.");
    }
    var user = pool.signUp(email, password, attributes);
    pool.codes().send(user, Code.Purpose.SIGN_UP, email);
    return new Output(false, CodeDelivery.to(email), user.sub());
  }
}

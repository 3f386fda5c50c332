package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;

/** Changes attributes; a new address only once its code is given to VerifyUserAttribute. */
final class UpdateUserAttributes extends UserOperation<AccountInput> {

  UpdateUserAttributes(UserPool pool) {
    super(pool, AccountInput.class);
  }

  record Output(List<CodeDelivery> codeDeliveryDetailsList) {}

  @Override
  public Output run(AccountInput input) {
    var user = input.bearer(pool);
    var changes = Attribute.toWrite(input.userAttributes());
    var email = changes.remove(Attribute.EMAIL);
    if (email != null) {
      Attribute.checkEmail(email, "Invalid email address format.");
    }
    var wanted = email == null || email.equalsIgnoreCase(user.email()) ? null : email;
    pool.setAttributes(user, changes, wanted);
    return new Output(wanted == null ? List.of() : List.of(CodeDelivery.to(wanted)));
  }
}

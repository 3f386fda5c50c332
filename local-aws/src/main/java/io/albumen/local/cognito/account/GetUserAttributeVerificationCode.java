package io.albumen.local.cognito.account;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;

/** Mails another code for the address that is to be verified. */
final class GetUserAttributeVerificationCode extends UserOperation<AccountInput> {

  GetUserAttributeVerificationCode(UserPool pool) {
    super(pool, AccountInput.class);
  }

  @Override
  public CodeDelivery.Answer run(AccountInput input) {
    var user = input.bearer(pool);
    EmailOnly.check(input.attributeName());
    var wanted = user.pendingEmail();
    var address = wanted == null ? user.email() : wanted;
    pool.codes().send(user, Code.Purpose.EMAIL, address);
    return new CodeDelivery.Answer(CodeDelivery.to(address));
  }
}

package io.albumen.local.cognito.pool;

import io.albumen.local.protocol.AwsFailure;

/** Cognito's refusals, word for word where its words are known. */
public final class Faults {
  private Faults() {}

  public static AwsFailure notAuthorized(String message) {
    return new AwsFailure("NotAuthorizedException", message);
  }

  public static AwsFailure invalidParameter(String message) {
    return new AwsFailure("InvalidParameterException", message);
  }

  public static AwsFailure notFound(String message) {
    return new AwsFailure("ResourceNotFoundException", message);
  }

  public static AwsFailure wrongCredentials() {
    return notAuthorized("Incorrect username or password.");
  }

  public static AwsFailure lockedOut() {
    return notAuthorized("Password attempts exceeded");
  }

  public static AwsFailure disabled() {
    return notAuthorized("User is disabled.");
  }

  public static AwsFailure notConfirmed() {
    return new AwsFailure("UserNotConfirmedException", "User is not confirmed.");
  }

  public static AwsFailure noUser() {
    return new AwsFailure("UserNotFoundException", "User does not exist.");
  }

  public static AwsFailure userExists() {
    return new AwsFailure(
        "UsernameExistsException", "An account with the given email already exists.");
  }

  public static AwsFailure aliasExists() {
    return new AwsFailure(
        "AliasExistsException", "An account with the given email already exists.");
  }

  public static AwsFailure codeMismatch() {
    return new AwsFailure(
        "CodeMismatchException", "Invalid verification code provided, please try again.");
  }

  public static AwsFailure expiredCode() {
    return new AwsFailure(
        "ExpiredCodeException", "Invalid code provided, please request a code again.");
  }

  public static AwsFailure limitExceeded() {
    return new AwsFailure(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }

  public static AwsFailure invalidSession() {
    return notAuthorized("Invalid session for the user.");
  }

  public static AwsFailure wrongSoftwareTokenCode() {
    return new AwsFailure("CodeMismatchException", "Invalid code received for user");
  }

  public static AwsFailure usedSoftwareTokenCode() {
    return new AwsFailure(
        "ExpiredCodeException", "Your software token has already been used once.");
  }

  public static AwsFailure softwareTokenMismatch() {
    return new AwsFailure("EnableSoftwareTokenMFAException", "Code mismatch");
  }

  public static AwsFailure noSoftwareToken() {
    return new AwsFailure(
        "SoftwareTokenMFANotFoundException",
        "Software token MFA has not been set up for the user.");
  }

  public static AwsFailure codeNotDelivered() {
    return new AwsFailure("CodeDeliveryFailureException", "Unable to deliver the code.");
  }
}

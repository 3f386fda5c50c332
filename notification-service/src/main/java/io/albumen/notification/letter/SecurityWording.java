package io.albumen.notification.letter;

import io.albumen.notification.account.SecurityChange;

/**
 * How a change to an account's security is told.
 *
 * @param headline subject, too
 * @param what goes on from the person's name and a comma
 */
record SecurityWording(String headline, String what) {
  static SecurityWording of(SecurityChange change) {
    return switch (change) {
      case PASSWORD_CHANGED ->
          new SecurityWording(
              "Your password was changed",
              "the password of your Albumen account was changed."
                  + " Everywhere but where that was done you have been signed out.");
      case PASSWORD_RESET ->
          new SecurityWording(
              "Your password was reset",
              "the password of your Albumen account was reset with a code we mailed to you."
                  + " You have been signed out everywhere.");
      case MFA_ENABLED ->
          new SecurityWording(
              "Two-step sign-in is on",
              "from now on signing in to Albumen takes a code of your authenticator app"
                  + " besides your password.");
      case MFA_DISABLED ->
          new SecurityWording(
              "Two-step sign-in is off",
              "from now on your password alone is enough to sign in to Albumen.");
      case SIGNED_OUT_EVERYWHERE ->
          new SecurityWording(
              "You were signed out everywhere",
              "every browser and device has been signed out of your Albumen account.");
    };
  }
}

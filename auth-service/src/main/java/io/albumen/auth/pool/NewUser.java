package io.albumen.auth.pool;

/** An account to be made. */
public record NewUser(EmailAddress email, Password password, Profile profile) {}

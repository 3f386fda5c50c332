package io.albumen.auth.directory;

import static io.albumen.auth.pool.CognitoFailures.translating;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.runtime.CognitoConfig;
import io.albumen.auth.runtime.Retrying;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The pool in Cognito. What is asked here may be asked twice, so the client tries again. */
@ApplicationScoped
class CognitoUserDirectory implements UserDirectory {
  private final CognitoIdentityProviderClient cognito;
  private final String pool;

  CognitoUserDirectory(@Retrying CognitoIdentityProviderClient cognito, CognitoConfig config) {
    this.cognito = cognito;
    this.pool = config.userPoolId();
  }

  @Override
  public Optional<DirectoryUser> find(UserId user) {
    return findByName(user.toString());
  }

  @Override
  public Optional<DirectoryUser> find(EmailAddress email) {
    return findByName(email.value());
  }

  @Override
  public Page list(String emailPrefix, int limit, @Nullable String position) {
    var request =
        ListUsersRequest.builder()
            .userPoolId(pool)
            .limit(Math.min(limit, MAX_PAGE))
            .paginationToken(position);
    if (!emailPrefix.isEmpty()) {
      request.filter("email ^= \"%s\"".formatted(quotable(emailPrefix)));
    }
    return translating(
        () -> {
          try {
            var answer = cognito.listUsers(request.build());
            return new Page(
                answer.users().stream().map(CognitoUserDirectory::userOf).toList(),
                answer.paginationToken());
          } catch (InvalidParameterException e) {
            if (position == null) {
              throw e;
            }
            throw new UnknownPosition(e);
          }
        });
  }

  @Override
  public Set<Role> roles(UserId user) {
    return translating(
        () -> {
          try {
            return cognito
                .adminListGroupsForUserPaginator(
                    list -> list.userPoolId(pool).username(user.toString()))
                .groups()
                .stream()
                .map(GroupType::groupName)
                .flatMap(group -> Role.ofGroup(group).stream())
                .collect(Collectors.toUnmodifiableSet());
          } catch (UserNotFoundException e) {
            return Set.of();
          }
        });
  }

  @Override
  public void grant(UserId user, Role role) {
    translating(
        () ->
            cognito.adminAddUserToGroup(
                add -> add.userPoolId(pool).username(user.toString()).groupName(role.group())));
  }

  @Override
  public void withdraw(UserId user, Role role) {
    unlessGone(
        () ->
            cognito.adminRemoveUserFromGroup(
                remove ->
                    remove.userPoolId(pool).username(user.toString()).groupName(role.group())));
  }

  @Override
  public void disable(UserId user) {
    unlessGone(
        () ->
            cognito.adminDisableUser(
                disable -> disable.userPoolId(pool).username(user.toString())));
  }

  @Override
  public void enable(UserId user) {
    unlessGone(
        () -> cognito.adminEnableUser(enable -> enable.userPoolId(pool).username(user.toString())));
  }

  @Override
  public void signOut(UserId user) {
    unlessGone(
        () ->
            cognito.adminUserGlobalSignOut(
                signOut -> signOut.userPoolId(pool).username(user.toString())));
  }

  @Override
  public void delete(UserId user) {
    unlessGone(
        () -> cognito.adminDeleteUser(delete -> delete.userPoolId(pool).username(user.toString())));
  }

  private static void unlessGone(Runnable call) {
    translating(
        () -> {
          try {
            call.run();
          } catch (UserNotFoundException e) {
            // as good as done
          }
          return Optional.empty();
        });
  }

  private Optional<DirectoryUser> findByName(String userName) {
    return translating(
        () -> {
          try {
            var user = cognito.adminGetUser(get -> get.userPoolId(pool).username(userName));
            return Optional.of(
                userOf(
                    user.userAttributes(),
                    user.userStatus(),
                    user.enabled(),
                    user.userCreateDate()));
          } catch (UserNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  private static DirectoryUser userOf(UserType user) {
    return userOf(user.attributes(), user.userStatus(), user.enabled(), user.userCreateDate());
  }

  private static DirectoryUser userOf(
      List<AttributeType> list, UserStatusType status, boolean enabled, Instant createdAt) {
    Map<String, String> attributes =
        list.stream().collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    return new DirectoryUser(
        UserId.fromString(attributes.getOrDefault("sub", "")),
        attributes.getOrDefault("email", ""),
        attributes.getOrDefault("name", ""),
        statusOf(status),
        enabled,
        createdAt);
  }

  private static AccountStatus statusOf(UserStatusType status) {
    return switch (status) {
      case UNCONFIRMED -> AccountStatus.UNCONFIRMED;
      case RESET_REQUIRED, FORCE_CHANGE_PASSWORD -> AccountStatus.PASSWORD_DUE;
      default -> AccountStatus.CONFIRMED;
    };
  }

  /** A quotation mark would end the filter's text; no address of ours has one. */
  private static String quotable(String text) {
    if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("not the beginning of an address");
    }
    return text;
  }
}

package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class DirectoryTest extends PoolFixture {
  private final String email = newAddress();

  @Test
  void findsUsersByAddressWhateverItsCase() {
    var sub = pool.signUp(email);

    assertThat(found("email = \"%s\"".formatted(email.toUpperCase(Locale.ROOT))))
        .containsExactly(sub);
  }

  @Test
  void findsUsersByTheStartOfAnAddress() {
    var sub = pool.signUp(email);
    pool.signUp("x" + email);

    assertThat(found("email ^= \"%s\"".formatted(email.substring(0, 10)))).containsExactly(sub);
  }

  @Test
  void findsNobodyByAnAddressOnlyPartlyEqual() {
    pool.signUp(email);

    assertThat(found("email = \"%s\"".formatted(email.substring(0, 10)))).isEmpty();
  }

  @Test
  void findsAUserByItsSub() {
    var sub = pool.signUp(email);

    assertThat(found("sub = \"%s\"".formatted(sub))).containsExactly(sub);
  }

  @Test
  void findsUsersByStatus() {
    var sub = pool.signUp(email);
    pool.aws.adminDisableUser(r -> r.userPoolId(pool.poolId()).username(email));
    var other = pool.signUp(newAddress());

    assertThat(found("status = \"Disabled\"")).contains(sub).doesNotContain(other);
    assertThat(found("status = \"Enabled\"")).contains(other).doesNotContain(sub);
  }

  @Test
  void findsUsersThatNeverConfirmed() {
    var sub = pool.signUp(email);
    var confirmed = pool.newUser(newAddress());

    assertThat(found("cognito:user_status = \"UNCONFIRMED\""))
        .contains(sub)
        .doesNotContain(confirmed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "email = ada@example.com",
        "email = \"a\" or \"1\" = \"1\"",
        "email != \"a\"",
        "locale = \"en\"",
        "custom:role = \"admin\"",
        "password ^= \"a\""
      })
  void refusesFiltersInjectedOrUnknown(String filter) {
    assertThatThrownBy(() -> found(filter)).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void listsEachUserOnceByPages() {
    var one = pool.signUp(newAddress());
    var other = pool.signUp(newAddress());

    var pages =
        pool.aws.listUsersPaginator(r -> r.userPoolId(pool.poolId()).limit(1)).users().stream();

    assertThat(pages.map(UserType::username)).doesNotHaveDuplicates().contains(one, other);
  }

  @Test
  void pagesThroughWhatAFilterFinds() {
    var prefix = email.substring(0, 12);
    var subs = List.of(pool.signUp(prefix + "1@a.org"), pool.signUp(prefix + "2@a.org"));
    pool.signUp(newAddress());

    var pages =
        pool.aws.listUsersPaginator(
            r -> r.userPoolId(pool.poolId()).limit(1).filter("email ^= \"%s\"".formatted(prefix)));

    assertThat(pages.users().stream().map(UserType::username))
        .containsExactlyInAnyOrderElementsOf(subs);
  }

  @Test
  void refusesAnAlteredPaginationToken() {
    assertThatThrownBy(
            () -> pool.aws.listUsers(r -> r.userPoolId(pool.poolId()).paginationToken("no token!")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesMoreThanSixtyAtOnce() {
    assertThatThrownBy(() -> pool.aws.listUsers(r -> r.userPoolId(pool.poolId()).limit(61)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void tellsOnlyTheAttributesAskedFor() {
    pool.signUp(email);

    var user =
        pool.aws
            .listUsers(
                r ->
                    r.userPoolId(pool.poolId())
                        .filter("email = \"%s\"".formatted(email))
                        .attributesToGet("name"))
            .users()
            .getFirst();

    assertThat(user.attributes()).extracting(AttributeType::name).containsExactly("name");
  }

  @Test
  void listsTheUsersOfAGroupByPages() {
    var one = moderator();
    var other = moderator();
    pool.signUp(newAddress());

    var pages =
        pool.aws.listUsersInGroupPaginator(
            r -> r.userPoolId(pool.poolId()).groupName("moderator").limit(1));

    assertThat(pages.users().stream().map(UserType::username))
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void refusesToListAnUnknownGroup() {
    assertThatThrownBy(
            () -> pool.aws.listUsersInGroup(r -> r.userPoolId(pool.poolId()).groupName("root")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private static String moderator() {
    var sub = pool.signUp(newAddress());
    pool.aws.adminAddUserToGroup(
        r -> r.userPoolId(pool.poolId()).username(sub).groupName("moderator"));
    return sub;
  }

  private static List<String> found(String filter) {
    return pool.aws.listUsers(r -> r.userPoolId(pool.poolId()).filter(filter)).users().stream()
        .map(UserType::username)
        .toList();
  }
}

package io.albumen.auth.administration;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.auth.directory.AccountStatus;
import io.albumen.auth.directory.Role;
import io.albumen.common.UserId;
import io.albumen.common.paging.Page;
import io.albumen.common.security.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Other people's accounts. */
@Path("/api/v1/admin/auth/users")
@RolesAllowed({"admin", "moderator"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
@APIResponse(responseCode = "401", description = "`unauthenticated`, `invalid-token`")
class AdministrationResource {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  /** How an address may begin. */
  private static final String PREFIX = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-]{0,254}";

  private final AdministrationService administration;
  private final Caller caller;

  AdministrationResource(AdministrationService administration, Caller caller) {
    this.administration = administration;
    this.caller = caller;
  }

  /** How far an account is from its beginning to its end. */
  @Schema(name = "UserStatus")
  enum Status {
    UNCONFIRMED,
    CONFIRMED,
    PASSWORD_DUE,
    /** Its owner is deleting it. */
    CLOSED
  }

  @Schema(name = "User")
  record UserView(
      @Schema(required = true) UUID id,
      @Schema(required = true) String email,
      @Schema(required = true) String displayName,
      @Schema(required = true, description = "`moderator`, `admin`") List<String> roles,
      @Schema(required = true) Status status,
      @Schema(required = true) boolean suspended,
      @Schema(required = true) Instant createdAt) {

    static UserView of(ManagedAccount account) {
      var user = account.user();
      return new UserView(
          user.id().value(),
          user.email(),
          user.displayName(),
          account.roles().stream().map(Role::group).sorted().toList(),
          account.closed() ? Status.CLOSED : statusOf(user.status()),
          account.isSuspended(),
          user.createdAt());
    }

    private static Status statusOf(AccountStatus status) {
      return switch (status) {
        case UNCONFIRMED -> Status.UNCONFIRMED;
        case CONFIRMED -> Status.CONFIRMED;
        case PASSWORD_DUE -> Status.PASSWORD_DUE;
      };
    }

    @Override
    public String toString() {
      return "UserView[" + id + "]";
    }
  }

  /** Only for the contract; a merge patch has to tell null from absent. */
  @Schema(name = "ChangeUser")
  private record ChangeUser(@Nullable Boolean suspended) {}

  @GET
  @Operation(
      operationId = "listUsers",
      summary = "All accounts, page by page",
      description =
          "In no particular order. A page may hold fewer than asked for, 60 at the most: there are"
              + " more as long as there is a `nextCursor`.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "`invalid-request`, `bad-cursor`")
  @APIResponse(responseCode = "403", description = "`forbidden`")
  public Page<UserView> list(
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
      @RestQuery @Nullable String cursor,
      @RestQuery
          @DefaultValue("")
          @Pattern(regexp = PREFIX, message = "must be the beginning of an address")
          @Schema(description = "How the address begins")
          String email) {
    var page = administration.list(actor(), email.toLowerCase(Locale.ROOT), limit, cursor);
    return new Page<>(page.items().stream().map(UserView::of).toList(), page.nextCursor());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
  @Operation(
      operationId = "changeUser",
      summary = "Suspends an account, or gives it back",
      description =
          "Every session of a suspended person ends within seconds. Moderators may not change the"
              + " accounts of moderators and admins, and nobody their own. On 503 it is done"
              + " nevertheless, as soon as the pool can be reached.")
  @APIResponse(responseCode = "200", description = "The account, changed")
  @APIResponse(responseCode = "403", description = "`forbidden`, `staff-account`")
  @APIResponse(responseCode = "404", description = "`user-not-found`")
  @APIResponse(responseCode = "409", description = "`own-account`, `user-closed`")
  public UserView change(
      @RestPath UUID id,
      @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ChangeUser.class)))
          Map<String, @Nullable JsonNode> request) {
    return UserView.of(administration.change(actor(), new UserId(id), new UserChange(request)));
  }

  private Actor actor() {
    var roles =
        caller.roles().stream()
            .flatMap(group -> Role.ofGroup(group).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Actor(caller.userId(), roles);
  }
}

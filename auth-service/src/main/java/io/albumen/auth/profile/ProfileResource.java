package io.albumen.auth.profile;

import io.albumen.auth.pool.PoolUser;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Path("/api/v1/users/me")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "profile")
class ProfileResource {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final ProfileService profiles;
  private final Caller caller;

  ProfileResource(ProfileService profiles, Caller caller) {
    this.profiles = profiles;
    this.caller = caller;
  }

  @Schema(name = "Me")
  record Me(
      @Schema(required = true) UUID id,
      @Schema(required = true) String email,
      @Schema(required = true) String displayName,
      @Schema(required = true, description = "`moderator`, `admin`") List<String> roles,
      @Schema(required = true) boolean mfaEnabled,
      @Schema(required = true) Instant createdAt,
      @Schema(required = true, description = "BCP 47") String locale,
      @Schema(required = true, description = "IANA name") String timeZone) {

    static Me of(PoolUser user, Set<String> roles) {
      var profile = user.profile();
      return new Me(
          user.id().value(),
          user.email().value(),
          profile.displayName(),
          roles.stream().sorted().toList(),
          user.mfaEnabled(),
          user.createdAt(),
          profile.locale(),
          profile.timeZone());
    }

    @Override
    public String toString() {
      return "Me[" + id + "]";
    }
  }

  /** Only for the contract; a merge patch has to tell null from absent. */
  @Schema(name = "ChangeProfile")
  private record ChangeProfile(
      @Nullable @Schema(minLength = 1, maxLength = 100) String displayName,
      @Nullable @Schema(nullable = true, description = "BCP 47; null: English") String locale,
      @Nullable @Schema(nullable = true, description = "IANA name; null: UTC") String timeZone) {}

  @GET
  @Operation(operationId = "getMe", summary = "The caller's account")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(
      responseCode = "401",
      description = "`unauthenticated`, `invalid-token`, `account-gone`")
  public Me get() {
    return Me.of(profiles.get(caller.userId()), caller.roles());
  }

  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
  @Operation(
      operationId = "changeMe",
      summary = "Changes the caller's profile",
      description = "A merge patch: what is absent stays, null goes back to the default.")
  @APIResponse(responseCode = "200", description = "The account, changed")
  @APIResponse(
      responseCode = "401",
      description = "`unauthenticated`, `invalid-token`, `account-gone`, `session-ended`")
  public Me change(
      @NotNull
          @RequestBody(content = @Content(schema = @Schema(implementation = ChangeProfile.class)))
          Map<String, @Nullable String> request) {
    var change = new ProfileChange(request);
    var user = profiles.change(caller.userId(), caller.token(), change);
    return Me.of(user, caller.roles());
  }
}

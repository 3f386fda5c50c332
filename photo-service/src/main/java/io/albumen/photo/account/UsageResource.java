package io.albumen.photo.account;

import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage")
@Authenticated
@RunOnVirtualThread
@Tag(name = "usage")
class UsageResource {
  private final Accounts accounts;
  private final Caller caller;

  UsageResource(Accounts accounts, Caller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @Schema(name = "Usage")
  record UsageView(
      @Schema(required = true) long storageBytes,
      @Schema(required = true) long quotaBytes,
      @Schema(required = true) TodayView today) {}

  /** What counts for the daily limit. */
  @Schema(name = "UsageToday")
  record TodayView(
      @Schema(required = true) long usedBytes,
      @Schema(required = true) long reservedBytes,
      @Schema(required = true) long limitBytes,
      @Schema(required = true) Instant resetsAt) {}

  @GET
  @Operation(operationId = "getUsage", summary = "How much of the quota is used")
  public UsageView get() {
    var account = accounts.get(caller.userId());
    var day = account.day();
    return new UsageView(
        account.storageBytes(),
        account.quotaBytes(),
        new TodayView(
            day.usedBytes(), day.reservedBytes(), accounts.dailyLimitBytes(), day.resetsAt()));
  }
}

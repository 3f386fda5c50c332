package io.albumen.photo.upload;

import io.albumen.common.Page;
import io.albumen.common.Problem;
import io.albumen.common.security.Caller;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.upload.UploadService.Announced;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/uploads")
@Authenticated
@RunOnVirtualThread
@Tag(name = "uploads")
class UploadResource {
  private final UploadService uploads;
  private final BulkCompletion completion;
  private final Caller caller;

  UploadResource(UploadService uploads, BulkCompletion completion, Caller caller) {
    this.uploads = uploads;
    this.completion = completion;
    this.caller = caller;
  }

  @Schema(name = "MintUploads")
  record MintUploads(
      @Schema(required = true) @NotNull @Size(min = 1, max = 50)
          List<@Valid @NotNull NewFile> files) {}

  @Schema(name = "NewFile")
  record NewFile(
      @Schema(required = true, description = "Names the file in the answer")
          @NotNull
          @Size(max = 128)
          String clientId,
      @Schema(required = true) @NotNull String name,
      @Schema(required = true, description = "Sent again, exactly so, with the bytes") @NotNull
          String contentType,
      @Schema(required = true, description = "Bytes") @NotNull Long size,
      @Schema(required = true, description = "Lowercase hexadecimal") @NotNull String sha256) {
    Announced announced() {
      return new Announced(name, contentType, size, sha256);
    }
  }

  /** What comes of announcing a file. */
  enum MintStatus {
    ACCEPTED,
    DUPLICATE,
    REJECTED
  }

  @Schema(name = "MintedUploads")
  record MintedUploads(@Schema(required = true) List<MintedUpload> results) {}

  /**
   * Depending on {@code status}: {@code uploadId, objectKey, expiresAt, put}; {@code mediaId,
   * trashed}; or {@code problem}.
   */
  @Schema(name = "MintedUpload")
  record MintedUpload(
      @Schema(required = true) String clientId,
      @Schema(required = true) MintStatus status,
      @Nullable UUID uploadId,
      @Nullable String objectKey,
      @Nullable Instant expiresAt,
      @Nullable PutView put,
      @Nullable UUID mediaId,
      @Nullable Boolean trashed,
      @Nullable Problem problem) {

    static MintedUpload of(String clientId, MintResult result) {
      return switch (result) {
        case MintResult.Accepted(var upload, var put) ->
            new MintedUpload(
                clientId,
                MintStatus.ACCEPTED,
                upload.id().value(),
                upload.slot().key(),
                upload.expiresAt(),
                PutView.of(put),
                null,
                null,
                null);
        case MintResult.Duplicate(var media) ->
            new MintedUpload(
                clientId, MintStatus.DUPLICATE, null, null, null, null, media.value(), false, null);
        case MintResult.Rejected(var reason) ->
            new MintedUpload(
                clientId,
                MintStatus.REJECTED,
                null,
                null,
                null,
                null,
                null,
                null,
                Problem.of(reason));
      };
    }
  }

  /** The request that takes the bytes; 412 means that they are there already. */
  @Schema(name = "UploadPut")
  record PutView(
      @Schema(required = true) String url,
      @Schema(
              required = true,
              description = "To be sent exactly so; Content-Length and Host go by themselves")
          Map<String, String> headers) {
    static PutView of(PresignedPut put) {
      return new PutView(put.url(), put.headers());
    }
  }

  @Schema(name = "CompleteUploads")
  record CompleteUploads(
      @Schema(required = true) @NotNull @Size(min = 1, max = 50)
          List<@Valid @NotNull UploadReference> uploads) {}

  @Schema(name = "UploadReference")
  record UploadReference(@Schema(required = true) @NotNull UUID id) {}

  /** Whether an upload is in the library. */
  enum CompletionStatus {
    OK,
    FAILED
  }

  @Schema(name = "CompletedUploads")
  record CompletedUploads(@Schema(required = true) List<CompletedUpload> results) {}

  /** {@code mediaId, state} when OK, else {@code problem}. */
  @Schema(name = "CompletedUpload")
  record CompletedUpload(
      @Schema(required = true) UUID id,
      @Schema(required = true) CompletionStatus status,
      @Nullable UUID mediaId,
      @Nullable MediaState state,
      @Nullable Problem problem) {

    static CompletedUpload of(BulkCompletion.Outcome outcome) {
      return switch (outcome) {
        case BulkCompletion.Outcome.Done(var id, var done) ->
            new CompletedUpload(
                id.value(), CompletionStatus.OK, done.media().value(), done.state(), null);
        case BulkCompletion.Outcome.Failed(var id, var reason) ->
            new CompletedUpload(
                id.value(), CompletionStatus.FAILED, null, null, Problem.of(reason));
      };
    }
  }

  @Schema(name = "PendingUpload")
  record PendingUpload(
      @Schema(required = true) UUID id,
      @Schema(required = true) String name,
      @Schema(required = true) String contentType,
      @Schema(required = true) long size,
      @Schema(required = true) String sha256,
      @Schema(required = true) Instant createdAt,
      @Schema(required = true) Instant expiresAt) {
    static PendingUpload of(Upload upload) {
      var slot = upload.slot();
      return new PendingUpload(
          upload.id().value(),
          upload.name().value(),
          slot.contentType(),
          slot.sizeBytes(),
          slot.sha256(),
          upload.createdAt(),
          upload.expiresAt());
    }
  }

  /** Without {@code put}, the bytes are there: complete it. */
  @Schema(name = "RenewedUpload")
  record RenewedUpload(
      @Schema(required = true) UUID uploadId,
      @Schema(required = true) String objectKey,
      @Schema(required = true) Instant expiresAt,
      @Nullable PutView put) {
    static RenewedUpload of(UploadService.Renewed renewed) {
      var upload = renewed.upload();
      return new RenewedUpload(
          upload.id().value(),
          upload.slot().key(),
          upload.expiresAt(),
          renewed.put().map(PutView::of).orElse(null));
    }
  }

  @POST
  @Operation(
      operationId = "mintUploads",
      summary = "Announces up to 50 files; each gets a URL that takes exactly it, once")
  public MintedUploads mint(@Valid @NotNull MintUploads request) {
    var files = request.files();
    var results = uploads.mint(caller.userId(), files.stream().map(NewFile::announced).toList());
    var minted = new ArrayList<MintedUpload>();
    for (var i = 0; i < files.size(); i++) {
      minted.add(MintedUpload.of(files.get(i).clientId(), results.get(i)));
    }
    return new MintedUploads(List.copyOf(minted));
  }

  @POST
  @Path("/complete")
  @Operation(
      operationId = "completeUploads",
      summary = "Puts up to 50 uploaded files into the library; again gives the same answer")
  public CompletedUploads complete(@Valid @NotNull CompleteUploads request) {
    var ids = request.uploads().stream().map(reference -> new UploadId(reference.id())).toList();
    return new CompletedUploads(
        completion.complete(caller.userId(), ids).stream().map(CompletedUpload::of).toList());
  }

  @GET
  @Operation(operationId = "listUploads", summary = "Uploads that are not completed, oldest first")
  public Page<PendingUpload> list(
      @RestQuery @DefaultValue("PENDING") @Pattern(regexp = "PENDING") String state,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
    var page = uploads.pending(caller.userId(), cursor, limit);
    return new Page<>(page.items().stream().map(PendingUpload::of).toList(), page.nextCursor());
  }

  @POST
  @Path("/{id}/renew")
  @Operation(operationId = "renewUpload", summary = "A fresh URL for an upload")
  public RenewedUpload renew(@RestPath UploadId id) {
    return RenewedUpload.of(uploads.renew(caller.userId(), id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "abandonUpload",
      summary = "Gives an upload up; its quota comes back when its last URL has ended")
  public void abandon(@RestPath UploadId id) {
    uploads.abandon(caller.userId(), id);
  }
}

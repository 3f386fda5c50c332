package io.albumen.photo.upload;

import io.albumen.common.Problem;
import io.albumen.common.paging.Page;
import io.albumen.common.security.Caller;
import io.albumen.photo.content.ItemResult;
import io.albumen.photo.idempotency.Idempotency;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.storage.PartStore.Part;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.upload.announcement.FileDeclaration.Announced;
import io.albumen.photo.upload.announcement.PartPlan;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadId;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
  private final Idempotency idempotency;
  private final Caller caller;

  UploadResource(
      UploadService uploads, BulkCompletion completion, Idempotency idempotency, Caller caller) {
    this.uploads = uploads;
    this.completion = completion;
    this.idempotency = idempotency;
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
      @Schema(required = true, description = "Lowercase hexadecimal") @NotNull String sha256,
      @Schema(description = "The item that it becomes the next version of")
          @Nullable UUID replacesMediaId) {
    Announced announced() {
      var replaced = replacesMediaId == null ? null : new MediaId(replacesMediaId);
      return new Announced(name, contentType, size, sha256, replaced);
    }
  }

  @Schema(name = "CheckUploads")
  record CheckUploads(
      @Schema(required = true) @NotNull @Size(min = 1, max = 50)
          List<@Valid @NotNull CheckedFile> files) {}

  @Schema(name = "CheckedFile")
  record CheckedFile(
      @Schema(required = true, description = "Names the file in the answer")
          @NotNull
          @Size(max = 128)
          String clientId,
      @Schema(description = "For messages") @Nullable String name,
      @Schema(required = true) @NotNull String contentType,
      @Schema(required = true, description = "Bytes") @NotNull Long size,
      @Schema(required = true, description = "Lowercase hexadecimal") @NotNull String sha256) {
    Announced announced() {
      return new Announced(name == null ? "The file" : name, contentType, size, sha256, null);
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
   * Depending on {@code status}: {@code uploadId, objectKey, expiresAt} and {@code put} or {@code
   * multipart}, all absent when only checked; {@code mediaId, trashed}; or {@code problem}.
   */
  @Schema(name = "MintedUpload")
  record MintedUpload(
      @Schema(required = true) String clientId,
      @Schema(required = true) MintStatus status,
      @Nullable UUID uploadId,
      @Nullable String objectKey,
      @Nullable Instant expiresAt,
      @Nullable PutView put,
      @Nullable MultipartView multipart,
      @Nullable UUID mediaId,
      @Nullable Boolean trashed,
      @Nullable Problem problem) {

    static MintedUpload of(String clientId, MintResult result, UploadService uploads) {
      return switch (result) {
        case MintResult.Accepted(var upload, var put) ->
            accepted(
                clientId,
                upload,
                put.map(PutView::of).orElse(null),
                uploads.plan(upload).map(MultipartView::of).orElse(null));
        case MintResult.Acceptable() -> of(clientId, MintStatus.ACCEPTED, null, null, null);
        case MintResult.Duplicate(var media, var trashed) ->
            of(clientId, MintStatus.DUPLICATE, media.value(), trashed, null);
        case MintResult.Rejected(var reason) ->
            of(clientId, MintStatus.REJECTED, null, null, Problem.of(reason));
      };
    }

    private static MintedUpload accepted(
        String clientId, Upload upload, @Nullable PutView put, @Nullable MultipartView multipart) {
      return new MintedUpload(
          clientId,
          MintStatus.ACCEPTED,
          upload.id().value(),
          upload.slot().key(),
          upload.expiresAt(),
          put,
          multipart,
          null,
          null,
          null);
    }

    private static MintedUpload of(
        String clientId,
        MintStatus status,
        @Nullable UUID mediaId,
        @Nullable Boolean trashed,
        @Nullable Problem problem) {
      return new MintedUpload(
          clientId, status, null, null, null, null, null, mediaId, trashed, problem);
    }
  }

  /** How to cut the file; each part's URL is asked for by itself. */
  @Schema(name = "UploadMultipart")
  record MultipartView(
      @Schema(required = true, description = "Bytes of each part but the last") long partSize,
      @Schema(required = true) int partCount,
      @Schema(description = "Those that are there already; only when renewed")
          @Nullable List<PartView> parts) {
    static MultipartView of(PartPlan plan) {
      return new MultipartView(plan.partSize(), plan.count(), null);
    }

    static MultipartView of(UploadService.Renewed.InParts renewed) {
      var plan = renewed.plan();
      return new MultipartView(
          plan.partSize(), plan.count(), renewed.there().stream().map(PartView::of).toList());
    }
  }

  @Schema(name = "UploadPart")
  record PartView(
      @Schema(required = true) int number,
      @Schema(required = true) long size,
      @Schema(required = true) String sha256) {
    static PartView of(Part part) {
      return new PartView(part.number(), part.sizeBytes(), part.sha256());
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

  @Schema(name = "CompletedUploads")
  record CompletedUploads(@Schema(required = true) List<CompletedUpload> results) {}

  /** {@code mediaId, state} when OK, else {@code problem}. */
  @Schema(name = "CompletedUpload")
  record CompletedUpload(
      @Schema(required = true) UUID id,
      @Schema(required = true) ItemResult.Status status,
      @Nullable UUID mediaId,
      @Nullable MediaState state,
      @Nullable Problem problem) {

    static CompletedUpload of(BulkCompletion.Outcome outcome) {
      return switch (outcome) {
        case BulkCompletion.Outcome.Done(var id, var done) ->
            new CompletedUpload(
                id.value(), ItemResult.Status.OK, done.media().value(), done.state(), null);
        case BulkCompletion.Outcome.Failed(var id, var reason) ->
            new CompletedUpload(
                id.value(), ItemResult.Status.FAILED, null, null, Problem.of(reason));
      };
    }
  }

  @Schema(name = "PendingUpload")
  record PendingUpload(
      @Schema(required = true) UUID uploadId,
      @Schema(required = true) String name,
      @Schema(required = true) String contentType,
      @Schema(required = true) long size,
      @Schema(required = true) String sha256,
      @Schema(required = true) Instant createdAt,
      @Schema(required = true) Instant expiresAt,
      @Nullable MultipartView multipart) {
    static PendingUpload of(Upload upload, UploadService uploads) {
      var slot = upload.slot();
      return new PendingUpload(
          upload.id().value(),
          upload.name().value(),
          slot.contentType(),
          slot.sizeBytes(),
          slot.sha256(),
          upload.createdAt(),
          upload.expiresAt(),
          uploads.plan(upload).map(MultipartView::of).orElse(null));
    }
  }

  /** Without {@code put} and {@code multipart}, the bytes are there: complete it. */
  @Schema(name = "RenewedUpload")
  record RenewedUpload(
      @Schema(required = true) UUID uploadId,
      @Schema(required = true) String objectKey,
      @Schema(required = true) Instant expiresAt,
      @Nullable PutView put,
      @Nullable MultipartView multipart) {
    static RenewedUpload of(UploadService.Renewed renewed) {
      return switch (renewed) {
        case UploadService.Renewed.Whole(var upload, var put) -> of(upload, PutView.of(put), null);
        case UploadService.Renewed.InParts inParts ->
            of(inParts.upload(), null, MultipartView.of(inParts));
        case UploadService.Renewed.Arrived(var upload) -> of(upload, null, null);
      };
    }

    private static RenewedUpload of(
        Upload upload, @Nullable PutView put, @Nullable MultipartView multipart) {
      return new RenewedUpload(
          upload.id().value(), upload.slot().key(), upload.expiresAt(), put, multipart);
    }
  }

  @POST
  @Operation(
      operationId = "mintUploads",
      summary = "Announces up to 50 files; each gets a URL that takes exactly it, once, or is cut")
  public MintedUploads mint(
      @Valid @NotNull MintUploads request,
      @HeaderParam(Idempotency.HEADER) @Nullable String idempotencyKey) {
    return idempotency.answer(
        caller.userId(),
        idempotencyKey,
        new Idempotency.Request<>("mintUploads", request, MintedUploads.class),
        () -> mint(request));
  }

  private MintedUploads mint(MintUploads request) {
    var files = request.files();
    return minted(
        files.stream().map(NewFile::clientId).toList(),
        uploads.mint(caller.userId(), files.stream().map(NewFile::announced).toList()));
  }

  @POST
  @Path("/check")
  @Operation(
      operationId = "checkUploads",
      summary = "What announcing up to 50 files would answer; nothing is recorded")
  public MintedUploads check(@Valid @NotNull CheckUploads request) {
    var files = request.files();
    return minted(
        files.stream().map(CheckedFile::clientId).toList(),
        uploads.check(caller.userId(), files.stream().map(CheckedFile::announced).toList()));
  }

  private MintedUploads minted(List<String> clientIds, List<MintResult> results) {
    return new MintedUploads(
        IntStream.range(0, results.size())
            .mapToObj(i -> MintedUpload.of(clientIds.get(i), results.get(i), uploads))
            .toList());
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
    return new Page<>(
        page.items().stream().map(upload -> PendingUpload.of(upload, uploads)).toList(),
        page.nextCursor());
  }

  @POST
  @Path("/{id}/renew")
  @Operation(operationId = "renewUpload", summary = "Fresh URLs for what an upload still misses")
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

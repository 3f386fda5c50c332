package io.albumen.video.film;

/** Where a film stands. {@code attempts} counts the leases taken since it was last asked for. */
public sealed interface RenderState {

  record Queued(int attempts) implements RenderState {}

  record Rendering(int attempts, Lease lease, int progress) implements RenderState {}

  record Ready(Film film) implements RenderState {}

  record Failed(Failure failure) implements RenderState {}

  record Cancelled() implements RenderState {}

  /** Gone for its owner; what is stored of it goes next, the record last. */
  record Deleting() implements RenderState {}
}

package io.albumen.video.film;

class InMemoryVideoRepositoryTest extends VideoRepositoryContract {
  private final VideoRepository videos = new InMemoryVideoRepository();

  @Override
  VideoRepository videos() {
    return videos;
  }
}

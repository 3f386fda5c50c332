package io.albumen.video.slideshow;

/**
 * Which frames are sent to the encoder and when each is shown. A photo is sent once and stands
 * until the fade begins; a fade takes the end of the photo's time, so the length is photos times
 * frames per photo whatever the transition. The last frame is sent twice, to make the film as long
 * as its last photo.
 *
 * @param fadeFrames mixes between two photos; 0 for a hard cut
 */
record FrameSchedule(int photos, int framesPerPhoto, int fadeFrames) {
  /** Half a second. */
  static final int CROSSFADE = 15;

  FrameSchedule {
    if (photos < 1 || fadeFrames < 0 || framesPerPhoto <= fadeFrames) {
      throw new IllegalArgumentException("no room for fades");
    }
  }

  int totalFrames() {
    return photos * framesPerPhoto;
  }

  /** Frames that cross the pipe. */
  int sentFrames() {
    return (photos - 1) * (fadeFrames + 1) + 2;
  }

  /** When the photo alone is on, counted in frames of the film. */
  int stillAt(int photo) {
    return photo * framesPerPhoto;
  }

  /**
   * When the mix is on.
   *
   * @param step from 1 to {@code fadeFrames}
   */
  int mixAt(int photo, int step) {
    return stillAt(photo) + framesPerPhoto - fadeFrames - 1 + step;
  }

  /** How much of the next photo is in the mix, of {@link Blend#WHOLE}. */
  int weight(int step) {
    return Blend.WHOLE * step / (fadeFrames + 1);
  }

  /**
   * FFmpeg's {@code setpts} expression that gives the N-th sent frame its place in the film. The
   * last marks the end and is itself not shown.
   */
  String timestamps() {
    var period = fadeFrames + 1;
    var place =
        "floor(N/%1$d)*%2$d+if(mod(N,%1$d),%3$d+mod(N,%1$d),0)"
            .formatted(period, framesPerPhoto, framesPerPhoto - period);
    return "if(gte(N,%d),%d,%s)".formatted(sentFrames() - 1, totalFrames(), place);
  }
}

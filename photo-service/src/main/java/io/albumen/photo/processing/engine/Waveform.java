package io.albumen.photo.processing.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaProcess;
import io.albumen.media.ProbedMedia;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws a sound as loudness over time, in the JSON that the BBC's audiowaveform writes and players
 * of waveforms read: pairs of lowest and highest sample, -128 to 127. Sound of any length fits in
 * one to two thousand pairs, read as a stream, since headers lie about length.
 */
final class Waveform {
  private static final int SAMPLE_RATE = 8000;
  private static final int MAX_PAIRS = 2000;

  private final MediaProcess process;
  private final ObjectMapper json = new ObjectMapper();

  Waveform(MediaProcess process) {
    this.process = process;
  }

  /** The file, and how long the sound really is. */
  record Made(RenditionFile file, long durationMs) {}

  Made of(Path original, ProbedMedia media, Path workDir) {
    var arguments = new ArrayList<>(List.of("-vn", "-threads", "1"));
    arguments.addAll(MediaCommand.input(original, media.format()));
    arguments.addAll(
        List.of(
            "-map",
            "0:a:0",
            "-ac",
            "1",
            "-ar",
            Integer.toString(SAMPLE_RATE),
            "-f",
            "s16le",
            "pipe:1"));
    var peaks = new Peaks();
    var command =
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.MOVING);
    try (var running = process.start(command)) {
      running.stdin().close();
      peaks.read(new BufferedInputStream(running.stdout(), 1 << 16));
      running.await();
      if (peaks.samples == 0) {
        throw new MediaFailure(MediaFailure.Reason.CORRUPT, "No sound came out of it");
      }
      var file = workDir.resolve("waveform.json");
      json.writeValue(file.toFile(), peaks.asJson());
      var rendition = new RenditionFile("waveform.json", file, "application/json", 0, 0);
      return new Made(rendition, peaks.samples * 1000 / SAMPLE_RATE);
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.ENGINE, "Lost the sound on its way", e);
    }
  }

  /**
   * Lowest and highest samples of equal stretches; when there are too many, neighbours are merged.
   */
  private static final class Peaks {
    private final List<int[]> pairs = new ArrayList<>();
    private int perPair = 64;
    private int inPair;
    private long samples;

    void read(InputStream stream) throws IOException {
      for (int low = stream.read(), high = stream.read();
          high >= 0;
          low = stream.read(), high = stream.read()) {
        add((short) (high << 8 | low) >> 8);
      }
    }

    private void add(int sample) {
      if (inPair == 0) {
        pairs.add(new int[] {sample, sample});
      }
      var last = pairs.getLast();
      last[0] = Math.min(last[0], sample);
      last[1] = Math.max(last[1], sample);
      samples++;
      inPair = (inPair + 1) % perPair;
      if (inPair == 0 && pairs.size() == MAX_PAIRS) {
        merge();
      }
    }

    private void merge() {
      for (int i = 0; i < MAX_PAIRS / 2; i++) {
        var left = pairs.get(2 * i);
        var right = pairs.get(2 * i + 1);
        pairs.set(i, new int[] {Math.min(left[0], right[0]), Math.max(left[1], right[1])});
      }
      pairs.subList(MAX_PAIRS / 2, MAX_PAIRS).clear();
      perPair *= 2;
    }

    Map<String, Object> asJson() {
      return Map.of(
          "version",
          2,
          "channels",
          1,
          "sample_rate",
          SAMPLE_RATE,
          "samples_per_pixel",
          perPair,
          "bits",
          8,
          "length",
          pairs.size(),
          "data",
          pairs.stream().flatMap(pair -> List.of(pair[0], pair[1]).stream()).toList());
    }
  }
}

import { texts } from '@/lib/texts';
import type { Track } from './media';
import type { Media } from '@/lib/api/contract';

type Camera = NonNullable<Media['camera']>;

function joined(parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** Makers like to repeat their name in the model's. */
export function cameraName({ make = '', model = '' }: Camera): string {
  return (model.startsWith(make) ? model : `${make} ${model}`).trim();
}

function shutter(seconds: number): string {
  return seconds < 1 ? `1/${Math.round(1 / seconds)} s` : `${seconds} s`;
}

/** `1/250 s · ƒ/2.8 · ISO 64 · 24 mm`, as far as known. */
export function exposure(camera: Camera): string {
  const { exposureSeconds, fNumber, iso, focalLengthMillimeters } = camera;
  return joined([
    exposureSeconds !== undefined && exposureSeconds > 0 && shutter(exposureSeconds),
    fNumber !== undefined && `ƒ/${fNumber}`,
    iso !== undefined && `ISO ${iso}`,
    focalLengthMillimeters !== undefined && `${focalLengthMillimeters} mm`,
  ]);
}

/** `12.2`; whole numbers from 20 on. */
export function megapixels(width: number, height: number): string {
  const count = (width * height) / 1_000_000;
  return count.toFixed(count < 20 ? 1 : 0);
}

function bitrate(bits: number): string {
  return bits < 1_000_000
    ? `${Math.round(bits / 1_000)} kbit/s`
    : `${(bits / 1_000_000).toFixed(1)} Mbit/s`;
}

/** `H264 · 29.97 fps · 8.2 Mbit/s`; empty for a sound. */
export function videoFacts({ container, videoCodec, frameRate, bitrate: bits }: Track): string {
  if (videoCodec === undefined) return '';
  return joined([
    container,
    videoCodec,
    frameRate !== undefined && `${Number(frameRate.toFixed(2))} fps`,
    bits !== undefined && bitrate(bits),
  ]);
}

/** `AAC · 44.1 kHz · stereo`; with the bit rate where it is sound alone. */
export function soundFacts(track: Track): string {
  const { container, videoCodec, audioCodec, sampleRate, channels, bitrate: bits } = track;
  if (audioCodec === undefined) return '';
  const alone = videoCodec === undefined;
  return joined([
    alone && container,
    audioCodec,
    sampleRate !== undefined && `${Number((sampleRate / 1_000).toFixed(1))} kHz`,
    channels !== undefined && texts.viewer.channels(channels),
    alone && bits !== undefined && bitrate(bits),
  ]);
}

import { describe, expect, it } from 'vitest';
import { cameraName, exposure, megapixels, soundFacts, videoFacts } from './facts';
import { addTags } from './tags';
import { outline } from './waveform';

describe('facts', () => {
  it('tellsTheCameraOnceAndItsSettings', () => {
    expect(cameraName({ make: 'Canon', model: 'Canon EOS R6' })).toBe('Canon EOS R6');
    expect(exposure({ exposureSeconds: 0.004, fNumber: 2.8, iso: 64 })).toBe(
      '1/250 s · ƒ/2.8 · ISO 64',
    );
    expect(exposure({ exposureSeconds: 0 })).toBe('');
    expect(megapixels(4032, 3024)).toBe('12.2');
  });

  it('tellsOfAVideoAndOfASound', () => {
    const track = { container: 'mov', videoCodec: 'h264', frameRate: 29.97003, bitrate: 8_240_000 };
    const sound = {
      container: 'mov',
      audioCodec: 'aac',
      sampleRate: 44_100,
      channels: 2,
      bitrate: 192_000,
    };
    expect(videoFacts(track)).toBe('mov · h264 · 29.97 fps · 8.2 Mbit/s');
    expect(soundFacts(sound)).toBe('mov · aac · 44.1 kHz · stereo · 192 kbit/s');
    expect(soundFacts({ ...track, audioCodec: 'aac', channels: 1 })).toBe('aac · mono');
    expect(videoFacts(sound)).toBe('');
  });
});

describe('addTags', () => {
  it('trimsAndIgnoresCase', () => {
    expect(addTags(['Sea'], ' sea ')).toEqual(['Sea']);
    expect(addTags(['Sea'], ' Big   waves')).toEqual(['Sea', 'Big waves']);
    expect(addTags(['Sea'], ' ')).toEqual(['Sea']);
    expect(addTags([], 'Hill, Autumn,')).toEqual(['Hill', 'Autumn']);
  });
});

describe('outline', () => {
  it('drawsTheLoudestOfEachStretch', () => {
    const path = outline([-10, 5, -64, 32, 0, 0, -1, 127], 8, 2);
    expect(path).toBe('M0.15 -0.500h0.7V0.500h-0.7zM1.15 -0.992h0.7V0.992h-0.7z');
  });

  it('drawsNothingOfNothing', () => {
    expect(outline([], 8, 100)).toBe('');
  });
});

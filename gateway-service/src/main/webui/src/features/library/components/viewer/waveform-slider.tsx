import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { formatDuration } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { Waveform } from '../../api/use-media-content';
import { outline } from '../../lib/waveform';
import styles from './sound-stage.module.css';

interface WaveformSliderProps {
  waveform: Waveform;
  seconds: number;
  at: number;
  onSeek: (seconds: number) => void;
}

const bars = 160;
const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
  Home: -Infinity,
  End: Infinity,
};

/** The waveform, played part coloured; a press or the arrow keys go to a place in it. */
export function WaveformSlider({ waveform, seconds, at, onSeek }: WaveformSliderProps) {
  const path = useMemo(() => outline(waveform.data, waveform.bits, bars), [waveform]);
  const share = Math.min(1, at / seconds);

  function press(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const to = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    onSeek(to * seconds);
  }

  function step(event: KeyboardEvent) {
    const by = keySteps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onSeek(Math.min(seconds, Math.max(0, at + by)));
  }

  const wave = (
    <svg viewBox={`0 -1 ${bars} 2`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
  return (
    <div
      className={styles.wave}
      role="slider"
      tabIndex={0}
      aria-label={texts.viewer.waveform}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={texts.viewer.playing(
        formatDuration(at * 1_000),
        formatDuration(seconds * 1_000),
      )}
      onKeyDown={step}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        press(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) press(event);
      }}
    >
      {wave}
      <svg
        viewBox={`0 -1 ${bars} 2`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}
      >
        <path d={path} fill="currentColor" />
      </svg>
    </div>
  );
}

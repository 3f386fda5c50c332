import { Music } from 'lucide-react';
import { type ComponentProps, type SyntheticEvent, useRef, useState } from 'react';
import { useMediaContent, useWaveform } from '../../api/use-media-content';
import type { Media } from '@/lib/api/contract';
import { hasRendition } from '../../lib/media';
import styles from './sound-stage.module.css';
import { WaveformSlider } from './waveform-slider';

interface SoundStageProps {
  media: Media;
  source: ComponentProps<'audio'>;
}

function Cover({ media }: { media: Media }) {
  const { data } = useMediaContent(media.id, 'cover', hasRendition(media, 'cover'));
  if (!data) {
    return (
      <span className={styles.noCover}>
        <Music size={64} strokeWidth={1} aria-hidden="true" />
      </span>
    );
  }
  return <img className={styles.cover} src={data.url} alt="" draggable={false} />;
}

/** A sound with its cover, what it is called, and its loudness over time to find a place by. */
export function SoundStage({ media, source }: SoundStageProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const waveform = useWaveform(media.id, hasRendition(media, 'waveform'));
  const seconds = (media.durationMs ?? 0) / 1_000;
  const { title, artist, album } = media.track ?? {};
  const name = media.title ?? title ?? media.name;

  function update(event: SyntheticEvent<HTMLAudioElement>) {
    setAt(event.currentTarget.currentTime);
    source.onTimeUpdate?.(event);
  }

  function seek(to: number) {
    setAt(to);
    if (audio.current) audio.current.currentTime = to;
  }

  return (
    <figure className={styles.sound}>
      <Cover media={media} />
      <figcaption className={styles.caption}>
        <span className={styles.name}>{name}</span>
        {(artist ?? album) !== undefined && (
          <span className={styles.by}>{[artist, album].filter(Boolean).join(' · ')}</span>
        )}
      </figcaption>
      {waveform && seconds > 0 && (
        <WaveformSlider waveform={waveform} seconds={seconds} at={at} onSeek={seek} />
      )}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- people's own sound has none */}
      <audio
        {...source}
        ref={audio}
        className={styles.player}
        aria-label={name}
        onTimeUpdate={update}
      />
    </figure>
  );
}

import { useRef, useState } from 'react';
import { texts } from '@/lib/texts';
import styles from './film-player.module.css';

interface FilmPlayerProps {
  title: string;
  url: string;
  poster: string | undefined;
  /** A fresh URL, as each is signed for some minutes only. */
  renew: () => Promise<string | undefined>;
}

/**
 * Stays with the URL it began with, since a new one would start the film over; when that has run
 * out, it goes on with a fresh one where it was.
 */
export function FilmPlayer({ title, url, poster, renew }: FilmPlayerProps) {
  const [source, setSource] = useState({ url, poster });
  const resume = useRef<{ at: number; playing: boolean }>(undefined);
  const playing = useRef(false);

  const recover = async (video: HTMLVideoElement) => {
    const at = video.currentTime;
    const wasPlaying = playing.current;
    const fresh = await renew();
    // The same URL would fail the same way.
    if (!fresh || fresh === source.url) return;
    resume.current = { at, playing: wasPlaying };
    setSource({ ...source, url: fresh });
  };
  const goOn = (video: HTMLVideoElement) => {
    const from = resume.current;
    resume.current = undefined;
    if (!from) return;
    video.currentTime = from.at;
    // A browser that wants a gesture first leaves it paused, at the right place.
    if (from.playing) video.play().catch(() => undefined);
  };

  return (
    // A film has music at most, so there is nothing to caption.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video
      className={styles.player}
      aria-label={texts.films.player(title)}
      src={source.url}
      poster={source.poster}
      controls
      playsInline
      preload="metadata"
      onPlay={() => (playing.current = true)}
      onPause={() => (playing.current = false)}
      onError={({ currentTarget }) => void recover(currentTarget)}
      onLoadedMetadata={({ currentTarget }) => goOn(currentTarget)}
    />
  );
}

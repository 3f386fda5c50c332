import { Music } from 'lucide-react';
import { ProblemNotice } from '@/components/problem-notice';
import type { Media } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useMediaContent } from '../api/use-media-content';
import type { Tile } from '../lib/tile';
import styles from './viewer.module.css';

interface MovingStageProps {
  media: Media;
  tile: Tile | undefined;
}

/** A video or a sound, with the browser's own controls. */
export function MovingStage({ media, tile }: MovingStageProps) {
  const prepared = media.renditions?.some(({ variant }) => variant === 'playback');
  const content = useMediaContent(media.id, prepared ? 'playback' : 'original');
  if (content.error) {
    return <ProblemNotice error={content.error} onRetry={() => void content.refetch()} />;
  }
  if (media.kind === 'SOUND') {
    return (
      <figure className={styles.sound}>
        <Music size={64} strokeWidth={1} aria-hidden="true" />
        <figcaption>{media.name}</figcaption>
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- people's own sound has none */}
        <audio controls src={content.data?.url} aria-label={media.name} />
      </figure>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- people's own videos have none
    <video
      className={styles.video}
      controls
      playsInline
      src={content.data?.url}
      poster={tile?.previewUrl}
      aria-label={`${texts.kinds.VIDEO}, ${media.name}`}
    />
  );
}

import { Music } from 'lucide-react';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import type { Media } from '@/lib/api/contract';
import type { Tile } from '../../lib/tile';
import { texts } from '@/lib/texts';
import { useMediaContent } from '../../api/use-media-content';
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
    return (
      <div className={styles.problem}>
        <ProblemNotice error={content.error} onRetry={() => void content.refetch()} />
      </div>
    );
  }
  if (!content.data) return <Waiting />;
  if (media.kind === 'SOUND') {
    return (
      <figure className={styles.sound}>
        <Music size={64} strokeWidth={1} aria-hidden="true" />
        <figcaption>{media.name}</figcaption>
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- people's own sound has none */}
        <audio controls src={content.data.url} aria-label={media.name} />
      </figure>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- people's own videos have none
    <video
      className={styles.video}
      controls
      playsInline
      src={content.data.url}
      poster={tile?.thumbnailUrl}
      aria-label={`${texts.kinds.VIDEO}, ${media.name}`}
    />
  );
}

import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import type { Media } from '@/lib/api/contract';
import { hasRendition } from '../../lib/media';
import type { Tile } from '@/components/media/tile';
import { SoundStage } from './sound-stage';
import { usePlayer } from './use-player';
import styles from './viewer.module.css';

interface MovingStageProps {
  media: Media;
  tile: Tile | undefined;
  /** It plays by itself, and what comes next is shown when it has ended. */
  onEnded: (() => void) | undefined;
}

/** A video or a sound, with the browser's own controls. */
export function MovingStage({ media, tile, onEnded }: MovingStageProps) {
  const player = usePlayer(media.id, hasRendition(media, 'playback') ? 'playback' : 'original');
  if (player.error) {
    return (
      <div className={styles.problem}>
        <ProblemNotice error={player.error} onRetry={player.retry} />
      </div>
    );
  }
  if (player.url === undefined) return <Waiting />;
  const source = {
    controls: true,
    src: player.url,
    autoPlay: onEnded !== undefined,
    onEnded,
    ...player.handlers,
  };
  if (media.kind === 'SOUND') return <SoundStage media={media} source={source} />;
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- people's own videos have none
    <video
      className={styles.video}
      playsInline
      poster={tile?.thumbnailUrl}
      aria-label={`${texts.kinds.VIDEO}, ${media.title ?? media.name}`}
      {...source}
    />
  );
}

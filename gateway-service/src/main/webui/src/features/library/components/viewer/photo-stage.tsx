import { useState } from 'react';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import { tileName, type Tile } from '../../lib/tile';
import { useMediaContent } from '../../api/use-media-content';
import { Thumbhash } from '../timeline/thumbhash';
import { useZoom } from './use-zoom';
import styles from './viewer.module.css';

interface PhotoStageProps {
  id: string;
  tile: Tile | undefined;
  ratio: number;
  /** Its own pixels across, where known. */
  width: number | undefined;
  onSwipe: (direction: 1 | -1) => void;
  onClose: () => void;
}

/** A photo: its colours, then the thumbnail, then the preview, all in the same place. */
export function PhotoStage({ id, tile, ratio, width, onSwipe, onClose }: PhotoStageProps) {
  const content = useMediaContent(id, 'preview');
  const { view, stage, picture, handlers } = useZoom({
    naturalWidth: width,
    onSwipe,
    onPullDown: onClose,
  });
  const [loaded, setLoaded] = useState(false);
  const [broken, setBroken] = useState(false);

  function retry() {
    setBroken(false);
    void content.refetch();
  }

  return (
    <>
      {/* A pointer's shortcuts; the keyboard has buttons and arrows for all that matters. */}
      <div
        ref={stage}
        className={styles.stage}
        data-zoomed={view.scale > 1 || undefined}
        {...handlers}
      >
        <div
          ref={picture}
          className={styles.picture}
          style={{
            aspectRatio: ratio,
            // The largest box of this shape that fits the stage.
            width: `min(100cqw, calc(100cqh * ${ratio}))`,
            transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
          }}
        >
          {!loaded && tile?.thumbhash && <Thumbhash hash={tile.thumbhash} />}
          {!loaded && tile?.thumbnailUrl && (
            <img className={styles.image} src={tile.thumbnailUrl} alt="" draggable={false} />
          )}
          {content.data && !broken && (
            <img
              className={styles.image}
              src={content.data.url}
              alt={tile ? tileName(tile) : texts.kinds.PHOTO}
              draggable={false}
              onLoad={() => setLoaded(true)}
              onError={() => setBroken(true)}
            />
          )}
        </div>
      </div>
      {(content.error || broken) && (
        <div className={styles.problem}>
          <ProblemNotice error={content.error ?? new TypeError('unreachable')} onRetry={retry} />
        </div>
      )}
    </>
  );
}

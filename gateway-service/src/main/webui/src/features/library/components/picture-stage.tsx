import { useState } from 'react';
import { tileName, type Tile } from '../lib/tile';
import { useMediaContent } from '../api/use-media-content';
import { texts } from '@/lib/texts';
import { ThumbhashCanvas } from './thumbhash-canvas';
import styles from './viewer.module.css';
import { useZoom } from './use-zoom';

interface PictureStageProps {
  id: string;
  tile: Tile | undefined;
  ratio: number;
  onSwipe: (direction: 1 | -1) => void;
}

/** A photo: its colours, then the thumbnail, then the preview, all in the same place. */
export function PictureStage({ id, tile, ratio, onSwipe }: PictureStageProps) {
  const content = useMediaContent(id, tile?.previewUrl ? undefined : 'preview');
  const { view, stage, handlers } = useZoom(onSwipe);
  const [loaded, setLoaded] = useState(false);
  const url = tile?.previewUrl ?? content.data?.url;
  return (
    // A pointer's shortcuts; the keyboard has buttons and arrows for all of it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={stage}
      className={styles.stage}
      data-zoomed={view.scale > 1 || undefined}
      {...handlers}
    >
      <div
        className={styles.picture}
        style={{
          aspectRatio: ratio,
          // The largest box of this shape that fits the stage.
          width: `min(100cqw, calc(100cqh * ${ratio}))`,
          transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
        }}
      >
        {!loaded && tile?.thumbhash && <ThumbhashCanvas thumbhash={tile.thumbhash} />}
        {!loaded && tile?.thumbnailUrl && (
          <img className={styles.under} src={tile.thumbnailUrl} alt="" draggable={false} />
        )}
        {url && (
          <img
            className={styles.image}
            src={url}
            alt={tile ? tileName(tile) : texts.kinds.PHOTO}
            draggable={false}
            onLoad={() => setLoaded(true)}
          />
        )}
      </div>
    </div>
  );
}

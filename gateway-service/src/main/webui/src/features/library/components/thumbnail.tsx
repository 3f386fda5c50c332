import { ImageOff, Music, Play } from 'lucide-react';
import { useState } from 'react';
import { formatDuration } from '@/lib/format';
import type { Tile } from '../lib/tile';
import { ThumbhashCanvas } from './thumbhash-canvas';
import styles from './thumbnail.module.css';

/** What a tile looks like in each of its states: colours first, then the picture. */
export function Thumbnail({ tile }: { tile: Tile }) {
  const [loaded, setLoaded] = useState<string>();
  if (tile.state === 'PROCESSING') return <span className={styles.shimmer} />;
  return (
    <>
      {tile.thumbhash && <ThumbhashCanvas thumbhash={tile.thumbhash} />}
      {tile.thumbnailUrl && (
        <img
          className={styles.image}
          data-loaded={loaded !== undefined || undefined}
          src={tile.thumbnailUrl}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => setLoaded(tile.thumbnailUrl)}
        />
      )}
      {tile.state !== 'READY' && (
        <span className={styles.plate}>
          <ImageOff size={26} strokeWidth={1.5} />
        </span>
      )}
      {tile.kind === 'SOUND' && tile.state === 'READY' && !tile.thumbnailUrl && (
        <span className={styles.plate}>
          <Music size={30} strokeWidth={1.5} />
        </span>
      )}
      {tile.kind !== 'PHOTO' && tile.durationMs !== undefined && (
        <span className={styles.badge}>
          {tile.kind === 'VIDEO' && <Play size={11} fill="currentColor" />}
          {formatDuration(tile.durationMs)}
        </span>
      )}
    </>
  );
}

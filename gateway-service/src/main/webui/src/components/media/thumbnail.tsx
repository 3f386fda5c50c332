import { Aperture, Heart, ImageOff, Music, Play } from 'lucide-react';
import { useState } from 'react';
import { formatDuration } from '@/lib/format';
import type { Tile } from './tile';
import { Thumbhash } from './thumbhash';
import styles from './thumbnail.module.css';

interface ThumbnailProps {
  tile: Tile;
  /** Its URL is of no use, perhaps because the signature ran out. */
  onBroken: () => void;
}

/** What is behind both is the same, whatever the signature. */
function samePicture(url: string, other: string): boolean {
  return url.split('?', 1)[0] === other.split('?', 1)[0];
}

function Picture({ url, onBroken }: { url: string; onBroken: () => void }) {
  const [loaded, setLoaded] = useState<string>();
  const [broken, setBroken] = useState<string>();
  // A picture on the screen isn't fetched again because its page was signed anew.
  const shown = loaded !== undefined && samePicture(loaded, url) ? loaded : url;
  // What is below it is better to look at than a browser's sign for a picture that isn't there.
  if (broken === shown) return null;
  return (
    <img
      className={styles.image}
      data-loaded={loaded === shown || undefined}
      src={shown}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={() => setLoaded(shown)}
      onError={() => {
        setLoaded(undefined);
        setBroken(shown);
        onBroken();
      }}
    />
  );
}

/** What a tile looks like in each of its states: colours first, then the picture. */
export function Thumbnail({ tile, onBroken }: ThumbnailProps) {
  if (tile.state === 'PROCESSING') return <span className={styles.shimmer} />;
  return (
    <>
      {tile.thumbhash && <Thumbhash key={tile.thumbhash} hash={tile.thumbhash} />}
      {tile.thumbnailUrl && <Picture url={tile.thumbnailUrl} onBroken={onBroken} />}
      {tile.state !== 'READY' && (
        <span className={styles.plate}>
          <ImageOff size={26} strokeWidth={1.5} aria-hidden="true" />
        </span>
      )}
      {tile.kind === 'SOUND' && tile.state === 'READY' && !tile.thumbnailUrl && (
        <span className={styles.plate}>
          <Music size={30} strokeWidth={1.5} aria-hidden="true" />
        </span>
      )}
      {tile.favorite && (
        <span className={styles.favorite}>
          <Heart size={16} fill="currentColor" strokeWidth={0} aria-hidden="true" />
        </span>
      )}
      {tile.live && (
        <span className={styles.badge}>
          <Aperture size={12} aria-hidden="true" />
        </span>
      )}
      {tile.kind !== 'PHOTO' && tile.durationMs !== undefined && (
        <span className={styles.badge}>
          {tile.kind === 'VIDEO' && <Play size={11} fill="currentColor" aria-hidden="true" />}
          {tile.kind === 'SOUND' && tile.thumbnailUrl && <Music size={11} aria-hidden="true" />}
          {formatDuration(tile.durationMs)}
        </span>
      )}
    </>
  );
}

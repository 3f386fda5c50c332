import { ImageIcon } from 'lucide-react';
import { useState } from 'react';
import type { Cluster } from '../lib/clusters';
import type { Point } from '../lib/mercator';
import styles from './marker.module.css';

interface MarkerProps {
  cluster: Cluster;
  at: Point;
  lit: boolean;
  onPress: () => void;
}

function short(count: number): string {
  return count < 1_000 ? String(count) : `${(count / 1_000).toFixed(count < 10_000 ? 1 : 0)}k`;
}

export function ClusterPicture({ url }: { url: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  if (!url || url === broken) return <ImageIcon size={20} strokeWidth={1.5} aria-hidden="true" />;
  return (
    <img
      className={styles.image}
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      onError={() => setBroken(url)}
    />
  );
}

/** A picture with a number on it; the list beside the map has the same for keys and readers. */
export function Marker({ cluster, at, lit, onPress }: MarkerProps) {
  return (
    <button
      type="button"
      className={styles.marker}
      style={{ left: at.x, top: at.y }}
      data-lit={lit || undefined}
      tabIndex={-1}
      onClick={onPress}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <span className={styles.picture}>
        <ClusterPicture url={cluster.thumbnailUrl} />
      </span>
      {cluster.count > 1 && <span className={styles.count}>{short(cluster.count)}</span>}
    </button>
  );
}

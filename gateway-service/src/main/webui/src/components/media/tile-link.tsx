import { Link } from 'react-router';
import { Thumbnail } from './thumbnail';
import { type Tile, tileName } from './tile';
import styles from './tile-link.module.css';

interface TileLinkProps {
  tile: Tile;
  /** The viewer's address for it. */
  to: string;
  onBroken: () => void;
}

/** A tile that opens the viewer, from which one comes back to the same place. */
export function TileLink({ tile, to, onBroken }: TileLinkProps) {
  return (
    <Link
      className={styles.link}
      to={to}
      state={{ fromGrid: true }}
      aria-label={tileName(tile)}
      data-tile={tile.id}
      preventScrollReset
      draggable={false}
    >
      <Thumbnail tile={tile} onBroken={onBroken} />
    </Link>
  );
}

import { Globe, Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from '@/components/button';
import { texts } from '@/lib/texts';
import type { Cluster } from '../lib/clusters';
import type { Country } from '../lib/outlines';
import { rulerOf, type Size, toWindow, type View, wholeWorld, zoomAround } from '../lib/view';
import { Marker } from './marker';
import { useGestures } from './use-gestures';
import { WorldCanvas } from './world-canvas';
import styles from './world-map.module.css';

const words = texts.map;
const middle = { x: 0, y: 0 };
const rulerPx = 110;
/** Pictures this far outside are there already when they come in. */
const margin = 60;

interface WorldMapProps {
  countries: readonly Country[];
  clusters: readonly Cluster[];
  view: View;
  size: Size;
  lit: string | undefined;
  move: (next: (view: View) => View) => void;
  fly: (next: (view: View) => View) => void;
  onPress: (cluster: Cluster) => void;
}

function Ruler({ view }: { view: View }) {
  const { metres, px } = rulerOf(view, rulerPx);
  return (
    <span className={styles.ruler} style={{ width: px }}>
      {metres >= 1_000 ? `${(metres / 1_000).toLocaleString('en')} km` : `${metres} m`}
    </span>
  );
}

/** The world, moved by hand, wheel, fingers and keys, with pictures where they were taken. */
export function WorldMap(props: WorldMapProps) {
  const { countries, clusters, view, size, lit, move, fly, onPress } = props;
  const gestures = useGestures({ size, move, fly });
  const hint = useId();
  const shown = clusters.flatMap((cluster) => {
    const at = toWindow(cluster.at, view, size);
    const seen =
      at.x > -margin && at.y > -margin && at.x < size.width + margin && at.y < size.height + margin;
    return seen ? [{ cluster, at }] : [];
  });
  return (
    <>
      {/* Its keys are its own, as an application's are; the list beside it needs none of them. */}
      {}
      <div
        {...gestures.surface}
        className={styles.surface}
        role="application"
        aria-label={words.map}
        aria-describedby={hint}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {size.width > 0 && <WorldCanvas countries={countries} view={view} size={size} />}
        <div aria-hidden="true">
          {shown.map(({ cluster, at }) => (
            <Marker
              key={cluster.mediaId}
              cluster={cluster}
              at={at}
              lit={lit === cluster.mediaId}
              onPress={() => {
                if (!gestures.wasDragged()) onPress(cluster);
              }}
            />
          ))}
        </div>
      </div>
      <p id={hint} className="visually-hidden">
        {words.hint}
      </p>
      <div className={styles.tools}>
        <IconButton
          className={styles.tool}
          label={words.zoomIn}
          icon={<Plus size={20} />}
          onClick={() => fly((old) => zoomAround(old, 1, middle))}
        />
        <IconButton
          className={styles.tool}
          label={words.zoomOut}
          icon={<Minus size={20} />}
          onClick={() => fly((old) => zoomAround(old, -1, middle))}
        />
        <IconButton
          className={styles.tool}
          label={words.whole}
          icon={<Globe size={18} />}
          onClick={() => fly(() => wholeWorld)}
        />
      </div>
      <p className={styles.foot}>
        <Ruler view={view} />
        <span className={styles.attribution}>{words.attribution}</span>
      </p>
    </>
  );
}

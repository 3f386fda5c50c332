import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { prefersStillness } from '@/lib/stillness';
import { useMoment } from '../../api/use-media-content';
import styles from './live-tile.module.css';

/** A pointer on its way elsewhere starts nothing. */
const restMs = 250;

/** Over a live photo's tile: its film, silent, as long as a mouse rests on it. */
export function LiveTile({ id }: { id: string }) {
  const [resting, setResting] = useState(false);
  const [moving, setMoving] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const url = useMoment(id, resting);

  function enter({ pointerType }: PointerEvent) {
    if (pointerType !== 'mouse' || prefersStillness()) return;
    timer.current = setTimeout(() => setResting(true), restMs);
  }

  function leave() {
    clearTimeout(timer.current);
    setResting(false);
    setMoving(false);
  }

  return (
    <span className={styles.live} onPointerEnter={enter} onPointerLeave={leave}>
      {resting && url && (
        <video
          className={styles.film}
          src={url}
          data-moving={moving || undefined}
          autoPlay
          loop
          muted
          playsInline
          aria-hidden="true"
          onPlaying={() => setMoving(true)}
        />
      )}
    </span>
  );
}

import type { ReactNode } from 'react';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import type { Media } from '@/lib/api/contract';
import type { Tile } from '@/components/media/tile';
import { MovingStage } from './moving-stage';
import { PhotoStage } from './photo-stage';
import styles from './viewer.module.css';

interface StageProps {
  id: string;
  media: Media | undefined;
  tile: Tile | undefined;
  onSwipe: (direction: 1 | -1) => void;
  onClose: () => void;
  onEnded: (() => void) | undefined;
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className={styles.note} role="status">
      {children}
    </p>
  );
}

/** The medium itself, whatever it is and however far it is prepared. */
export function Stage({ id, media, tile, onSwipe, onClose, onEnded }: StageProps) {
  const state = media?.state ?? tile?.state;
  if (state === 'PROCESSING') return <Note>{texts.viewer.notReady}</Note>;
  if (state === 'FAILED' || state === 'REJECTED') {
    return <Note>{media?.problem?.detail ?? texts.viewer.noPreview}</Note>;
  }
  if ((tile?.kind ?? media?.kind) === 'PHOTO') {
    const { width, height } = media ?? {};
    const ratio = tile?.ratio ?? (width && height ? width / height : 1);
    return <PhotoStage {...{ id, tile, media, ratio, onSwipe, onClose }} />;
  }
  return media ? <MovingStage media={media} tile={tile} onEnded={onEnded} /> : <Waiting />;
}

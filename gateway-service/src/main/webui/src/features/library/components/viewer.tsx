import { ArrowLeft, ChevronLeft, ChevronRight, Download, Info } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { IconButton } from '@/components/button';
import { useDocumentTitle } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import type { Media } from '@/lib/api/contract';
import { formatDay, localClock } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useMedia } from '../api/use-media';
import { useDownloadOriginal } from '../api/use-media-content';
import { clampRatio } from '../lib/layout';
import type { Tile } from '../lib/tile';
import { InfoPanel } from './info-panel';
import { MovingStage } from './moving-stage';
import { PictureStage } from './picture-stage';
import { useNeighbours } from './use-neighbours';
import { useViewerKeys } from './use-viewer-keys';
import styles from './viewer.module.css';

interface StageProps {
  id: string;
  media: Media | undefined;
  tile: Tile | undefined;
  onSwipe: (direction: 1 | -1) => void;
}

function Stage({ id, media, tile, onSwipe }: StageProps) {
  const kind = tile?.kind ?? media?.kind;
  const state = media?.state ?? tile?.state;
  if (state === 'PROCESSING') return <p className={styles.note}>{texts.viewer.notReady}</p>;
  if (media?.problem) return <p className={styles.note}>{media.problem.detail}</p>;
  if (kind === 'PHOTO') {
    const { width, height } = media ?? {};
    const ratio = width && height ? width / height : clampRatio(tile?.ratio ?? 1.5);
    return <PictureStage key={id} id={id} tile={tile} ratio={ratio} onSwipe={onSwipe} />;
  }
  return media ? <MovingStage key={id} media={media} tile={tile} /> : <Waiting />;
}

function titleOf(media: Media | undefined): string {
  return media ? formatDay(localClock(media.takenAt, media.utcOffsetMinutes)) : texts.viewer.label;
}

/** One medium, on top of the timeline, which stays where it is. */
export function Viewer({ id }: { id: string }) {
  const navigate = useNavigate();
  const location = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const media = useMedia(id);
  const { tile, previous, next } = useNeighbours(id, media.data);
  const [informed, setInformed] = useState(false);
  const download = useDownloadOriginal();
  useDocumentTitle(titleOf(media.data));

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function go(target: Tile | undefined) {
    if (!target) return;
    void navigate(`/photos/${target.id}`, { replace: true, state: location.state as unknown });
  }

  function close() {
    const fromTimeline = (location.state as { fromTimeline?: boolean } | null)?.fromTimeline;
    void (fromTimeline ? navigate(-1) : navigate('/'));
  }

  useViewerKeys({
    ArrowLeft: () => go(previous),
    ArrowRight: () => go(next),
    i: () => setInformed((shown) => !shown),
  });

  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={texts.viewer.label}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.bar}>
        <IconButton label={texts.viewer.close} icon={<ArrowLeft size={22} />} onClick={close} />
        <h1 className={styles.date}>{titleOf(media.data)}</h1>
        <IconButton
          label={texts.viewer.download}
          icon={<Download size={20} />}
          onClick={() => download.mutate(id)}
        />
        <IconButton
          label={texts.viewer.info}
          icon={<Info size={20} />}
          aria-pressed={informed}
          onClick={() => setInformed(!informed)}
        />
      </div>
      <div className={styles.body}>
        <div className={styles.middle}>
          {media.error ? (
            <ProblemNotice error={media.error} onRetry={() => void media.refetch()} />
          ) : (
            <Stage
              id={id}
              media={media.data}
              tile={tile}
              onSwipe={(direction) => go(direction > 0 ? next : previous)}
            />
          )}
          {download.error && <ProblemNotice error={download.error} />}
          <IconButton
            className={styles.previous ?? ''}
            label={texts.viewer.previous}
            icon={<ChevronLeft size={28} />}
            disabled={!previous}
            onClick={() => go(previous)}
          />
          <IconButton
            className={styles.next ?? ''}
            label={texts.viewer.next}
            icon={<ChevronRight size={28} />}
            disabled={!next}
            onClick={() => go(next)}
          />
        </div>
        {informed && media.data && <InfoPanel media={media.data} />}
      </div>
    </dialog>
  );
}

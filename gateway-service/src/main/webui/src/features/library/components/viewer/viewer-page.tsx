import { ChevronLeft, ChevronRight, Download, Info, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { IconButton } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import type { Media } from '@/lib/api/contract';
import { formatDay, formatTime, localClock } from '@/lib/format';
import type { Tile } from '../../lib/tile';
import { texts } from '@/lib/texts';
import { useMedia } from '../../api/use-media';
import { useDownloadOriginal, usePreload } from '../../api/use-media-content';
import { InfoPanel } from './info-panel';
import { MovingStage } from './moving-stage';
import { PhotoStage } from './photo-stage';
import { useModal } from './use-modal';
import { useNeighbours } from './use-neighbours';
import { useViewerKeys } from './use-viewer-keys';
import { useViewerTitle } from './use-viewer-title';
import styles from './viewer.module.css';

interface StageProps {
  id: string;
  media: Media | undefined;
  tile: Tile | undefined;
  onSwipe: (direction: 1 | -1) => void;
  onClose: () => void;
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className={styles.note} role="status">
      {children}
    </p>
  );
}

function Stage({ id, media, tile, onSwipe, onClose }: StageProps) {
  const state = media?.state ?? tile?.state;
  if (state === 'PROCESSING') return <Note>{texts.viewer.notReady}</Note>;
  if (state === 'FAILED' || state === 'REJECTED') {
    return <Note>{media?.problem?.detail ?? texts.viewer.noPreview}</Note>;
  }
  if ((tile?.kind ?? media?.kind) === 'PHOTO') {
    const { width, height } = media ?? {};
    const ratio = tile?.ratio ?? (width && height ? width / height : 1);
    return <PhotoStage {...{ id, tile, ratio, width, onSwipe, onClose }} />;
  }
  return media ? <MovingStage media={media} tile={tile} /> : <Waiting />;
}

function takenText(taken: Media | Tile | undefined): string {
  if (!taken) return texts.viewer.label;
  const clock = localClock(taken.takenAt, taken.utcOffsetMinutes);
  return `${formatDay(clock)}, ${formatTime(clock)}`;
}

function preloadable(tile: Tile | undefined): string[] {
  return tile?.kind === 'PHOTO' && tile.state === 'READY' ? [tile.id] : [];
}

function useWays() {
  const navigate = useNavigate();
  const location = useLocation();
  const state = location.state as { fromTimeline?: boolean } | null;

  function go(target: Tile | undefined) {
    if (!target) return;
    void navigate(`/photos/${target.id}`, { replace: true, state, preventScrollReset: true });
  }

  function close() {
    if (state?.fromTimeline) void navigate(-1);
    else void navigate('/', { replace: true, preventScrollReset: true });
  }

  return { go, close };
}

/** One medium over black, on top of the timeline, which stays where it is. */
export function ViewerPage() {
  const { id = '' } = useParams();
  const media = useMedia(id);
  const { tile, previous, next } = useNeighbours(id, media.data);
  const [informed, setInformed] = useState(false);
  const download = useDownloadOriginal();
  const ways = useWays();
  const dialog = useModal();
  const title = takenText(media.data ?? tile);
  useViewerTitle(title);
  usePreload([...preloadable(next), ...preloadable(previous)]);
  useViewerKeys({
    ArrowLeft: () => ways.go(previous),
    ArrowRight: () => ways.go(next),
    i: () => setInformed((shown) => !shown),
  });

  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={texts.viewer.label}
      onCancel={(event) => {
        event.preventDefault();
        ways.close();
      }}
    >
      <div className={styles.bar}>
        <IconButton label={texts.viewer.close} icon={<X size={22} />} onClick={ways.close} />
        <h1 className={styles.date}>{title}</h1>
        <IconButton
          label={texts.viewer.download}
          icon={<Download size={20} />}
          disabled={download.isPending}
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
          {media.error && !media.data ? (
            <div className={styles.problem}>
              <ProblemNotice error={media.error} onRetry={() => void media.refetch()} />
            </div>
          ) : (
            <Stage
              key={id}
              id={id}
              media={media.data}
              tile={tile}
              onSwipe={(direction) => ways.go(direction > 0 ? next : previous)}
              onClose={ways.close}
            />
          )}
          {download.error && (
            <div className={styles.problem}>
              <ProblemNotice error={download.error} onRetry={() => download.mutate(id)} />
            </div>
          )}
          <Turn to={previous} label={texts.viewer.previous} side="previous" onGo={ways.go} />
          <Turn to={next} label={texts.viewer.next} side="next" onGo={ways.go} />
        </div>
        {informed && media.data && <InfoPanel media={media.data} />}
      </div>
    </dialog>
  );
}

interface TurnProps {
  to: Tile | undefined;
  label: string;
  side: 'previous' | 'next';
  onGo: (to: Tile | undefined) => void;
}

function Turn({ to, label, side, onGo }: TurnProps) {
  const icon = side === 'previous' ? <ChevronLeft size={28} /> : <ChevronRight size={28} />;
  return (
    <IconButton
      className={styles[side]}
      label={label}
      icon={icon}
      disabled={!to}
      onClick={() => onGo(to)}
    />
  );
}

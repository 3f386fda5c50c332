import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { IconButton } from '@/components/button';
import { useViewing, type Viewing } from '@/components/media/viewing';
import { ProblemNotice } from '@/components/problem-notice';
import { showToast, ToastRegion } from '@/components/toast';
import { formatDay, formatTime, localClock } from '@/lib/format';
import { startDownload } from '@/lib/download-request';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { ViewerState } from '@/lib/viewer-state';
import { useLibraryActions } from '../../api/use-library-actions';
import { useMedia } from '../../api/use-media';
import { useDownloadOriginal, usePreload } from '../../api/use-media-content';
import { type Tile, tileName } from '@/components/media/tile';
import { goToSearch } from '../go-to-search';
import { HelpDialog } from '../help-dialog';
import { useKeys } from '../use-keys';
import { InfoPanel } from './info-panel';
import { Stage } from './stage';
import { useFullScreen } from './use-full-screen';
import { useModal } from './use-modal';
import { useNeighbours } from './use-neighbours';
import { useSlideshow } from './use-slideshow';
import { useViewerTitle } from './use-viewer-title';
import { ViewerBar, viewerActions } from './viewer-bar';
import styles from './viewer.module.css';

function takenText(taken: { takenAt: string; utcOffsetMinutes?: number | undefined } | undefined) {
  if (!taken) return texts.viewer.label;
  const clock = localClock(taken.takenAt, taken.utcOffsetMinutes);
  return `${formatDay(clock)}, ${formatTime(clock)}`;
}

function preloadable({ id, kind, state }: Tile): string[] {
  return kind === 'PHOTO' && state === 'READY' ? [id] : [];
}

function useWays(viewing: Viewing | undefined) {
  const navigate = useNavigate();
  const { state: given, search } = useLocation();
  const state = given as ViewerState | null;

  function go(target: Tile | undefined) {
    if (!target) return;
    const to = viewing?.pathOf(target.id) ?? { pathname: `/photos/${target.id}`, search };
    void navigate(to, { replace: true, state, preventScrollReset: true });
  }

  function close() {
    if (state?.fromGrid) {
      void navigate(-1);
      return;
    }
    const below = viewing?.back ?? { pathname: '/', search };
    void navigate(below, { replace: true, preventScrollReset: true });
  }

  return { go, close, state, search: () => goToSearch(navigate) };
}

/** Space: what plays is paused or goes on; false where nothing can play. */
function togglePlaying(within: Element | null): boolean {
  const player = within?.querySelector<HTMLMediaElement>('audio[controls], video[controls]');
  const button = within?.querySelector<HTMLButtonElement>('[data-play]');
  if (player?.paused) void player.play().catch(() => undefined);
  else if (player) player.pause();
  else if (button) button.click();
  else return false;
  return true;
}

/** Changes of the one shown, and what is shown instead where it goes. */
function useChanges(id: string, tile: Tile | undefined, favorite: boolean, onGone: () => void) {
  const library = useLibraryActions();
  return {
    toggleFavorite: () => {
      const done = texts.library[favorite ? 'unfavorited' : 'favorited'](1);
      library.patch(id, { favorite: !favorite }, done, tile).catch((error: unknown) => {
        showToast({ text: toProblem(error).detail, tone: 'problem' });
      });
    },
    trash: () => {
      onGone();
      void library.trash([id]);
    },
  };
}

/** One medium over black, on top of the page it was opened from, which stays where it is. */
export function ViewerPage() {
  const { id = '' } = useParams();
  const viewing = useViewing();
  const ways = useWays(viewing);
  const media = useMedia(id);
  const { tile, before, after } = useNeighbours(id, media.data, viewing);
  const [previous, next] = [before[0], after[0]];
  const [informed, setInformed] = useState(ways.state?.informed ?? false);
  const [helping, setHelping] = useState(false);
  const download = useDownloadOriginal();
  const dialog = useModal();
  const surface = useRef<HTMLDivElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  const full = useFullScreen(surface);
  const facts = media.data ?? tile;
  const title = takenText(facts);
  const kind = facts?.kind;
  const ready = facts?.state === 'READY';
  const slides = useSlideshow(
    {
      id,
      moving: kind !== 'PHOTO' && ready,
      ready: facts !== undefined,
      hasNext: next !== undefined,
    },
    () => ways.go(next),
  );
  const favorite = media.data?.favorite ?? tile?.favorite ?? false;
  const changes = useChanges(id, tile, favorite, () => {
    if (next ?? previous) ways.go(next ?? previous);
    else ways.close();
  });
  const gone = media.error !== null && !media.data;
  useViewerTitle(title);
  usePreload([...after, ...before].flatMap(preloadable));

  const turn = (to: Tile | undefined) => () => {
    slides.stop();
    ways.go(to);
  };
  /** A live photo is two files, so it comes packed. */
  function save() {
    if (media.data?.livePhoto) startDownload([id], media.data.name.replace(/\.[^.]+$/, ''));
    else download.mutate(id);
  }
  const actions = viewerActions({
    favorite,
    slideshow: slides.running,
    canSlide: next !== undefined,
    full: full.isFull,
    informed,
    onFavorite: gone ? undefined : changes.toggleFavorite,
    onSlideshow: slides.toggle,
    onFullScreen: full.toggle,
    onInfo: () => setInformed(!informed),
    onDownload: download.isPending || gone ? undefined : save,
    onTrash: gone ? undefined : changes.trash,
  });
  useKeys(
    true,
    {
      ArrowLeft: turn(previous),
      ArrowRight: turn(next),
      i: () => setInformed(!informed),
      f: gone ? undefined : changes.toggleFavorite,
      ' ': () => togglePlaying(middle.current) || slides.toggle(),
      Delete: gone ? undefined : changes.trash,
      '/': ways.search,
      '?': () => setHelping(true),
    },
    dialog,
  );

  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      tabIndex={-1}
      aria-label={texts.viewer.label}
      onCancel={(event) => {
        event.preventDefault();
        ways.close();
      }}
    >
      {/* Browsers refuse to let a dialog itself fill the screen. */}
      <div ref={surface} className={styles.surface}>
        <ViewerBar title={title} actions={actions} onClose={ways.close} />
        <p className="visually-hidden" role="status">
          {tile && tileName(tile)}
        </p>
        <div className={styles.body}>
          <div ref={middle} className={styles.middle}>
            {gone ? (
              <div className={styles.problem}>
                <ProblemNotice error={media.error} onRetry={() => void media.refetch()} />
              </div>
            ) : (
              <Stage
                key={id}
                id={id}
                media={media.data}
                tile={tile}
                onSwipe={(direction) => turn(direction > 0 ? next : previous)()}
                onClose={ways.close}
                onEnded={slides.running ? () => ways.go(next) : undefined}
              />
            )}
            {download.error && (
              <div className={styles.problem}>
                <ProblemNotice error={download.error} onRetry={() => download.mutate(id)} />
              </div>
            )}
            <Turn to={previous} label={texts.viewer.previous} side="previous" onTurn={turn} />
            <Turn to={next} label={texts.viewer.next} side="next" onTurn={turn} />
          </div>
          {informed && media.data && <InfoPanel key={id} media={media.data} tile={tile} />}
        </div>
        {helping && <HelpDialog onClose={() => setHelping(false)} />}
        <ToastRegion />
      </div>
    </dialog>
  );
}

interface TurnProps {
  to: Tile | undefined;
  label: string;
  side: 'previous' | 'next';
  onTurn: (to: Tile | undefined) => () => void;
}

function Turn({ to, label, side, onTurn }: TurnProps) {
  const icon = side === 'previous' ? <ChevronLeft size={28} /> : <ChevronRight size={28} />;
  return (
    <IconButton
      className={styles[side]}
      label={label}
      icon={icon}
      disabled={!to}
      onClick={onTurn(to)}
    />
  );
}

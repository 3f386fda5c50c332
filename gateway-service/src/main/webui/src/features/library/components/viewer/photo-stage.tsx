import { Aperture } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { ProblemNotice } from '@/components/problem-notice';
import { ProblemError, unreachable } from '@/lib/problem';
import { prefersStillness } from '@/lib/stillness';
import { texts } from '@/lib/texts';
import { useMediaContent } from '../../api/use-media-content';
import type { Media } from '@/lib/api/contract';
import { hasRendition } from '../../lib/media';
import { tileName, type Tile } from '@/components/media/tile';
import { Thumbhash } from '@/components/media/thumbhash';
import { useZoom } from './use-zoom';
import styles from './viewer.module.css';

interface PhotoStageProps {
  id: string;
  tile: Tile | undefined;
  media: Media | undefined;
  ratio: number;
  onSwipe: (direction: 1 | -1) => void;
  onClose: () => void;
}

/** What every browser draws; the rest is looked at in its preview. */
const drawn = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];
/** A preview has this many pixels along its longer side. */
const previewPixels = 1_440;
const holdMs = 350;
const holdSlop = 8;

const notShown = new ProblemError({ ...unreachable, detail: texts.viewer.unseen });

interface PictureProps {
  id: string;
  name: string;
  className: string | undefined;
}

/** The original's own pixels, over the preview, as soon as one looks that closely. */
function Original({ id, name, className }: PictureProps) {
  const { data } = useMediaContent(id, 'original');
  const [loaded, setLoaded] = useState(false);
  return (
    data && (
      <img
        className={className}
        src={data.url}
        alt={name}
        draggable={false}
        data-loaded={loaded || undefined}
        hidden={!loaded}
        onLoad={() => setLoaded(true)}
      />
    )
  );
}

/** An animated image moves by itself, unless people asked for stillness: then it has a button. */
function Animation({ media, name }: { media: Media; name: string }) {
  const rendition = media.renditions?.find(({ variant }) => variant === 'playback');
  const { data } = useMediaContent(media.id, rendition ? 'playback' : 'original');
  const still = prefersStillness();
  if (!data) return null;
  if (rendition?.contentType.startsWith('video/')) {
    return (
      <video
        className={styles.image}
        src={data.url}
        aria-label={name}
        autoPlay={!still}
        controls={still}
        loop
        muted
        playsInline
      />
    );
  }
  const shown = !still && drawn.includes(rendition?.contentType ?? media.contentType);
  return shown && <img className={styles.image} src={data.url} alt={name} draggable={false} />;
}

/** The moment around a live photo, once. */
function Moment({ videoId, onEnded }: { videoId: string; onEnded: () => void }) {
  const { data } = useMediaContent(videoId, 'playback');
  return (
    data && (
      // eslint-disable-next-line jsx-a11y/media-has-caption -- a few seconds of people's own
      <video
        className={styles.moment}
        src={data.url}
        autoPlay
        playsInline
        onEnded={onEnded}
        onError={onEnded}
      />
    )
  );
}

/** Plays a live photo while it is held; a press that moves is a swipe. */
function useHold(active: boolean) {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef({ x: 0, y: 0 });
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  return {
    held,
    press: (event: PointerEvent) => {
      if (!active || !event.isPrimary) return;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => setHeld(true), holdMs);
    },
    move: (event: PointerEvent) => {
      const { x, y } = from.current;
      if (Math.hypot(event.clientX - x, event.clientY - y) > holdSlop) clearTimeout(timer.current);
    },
    stop,
  };
}

/** A photo: its colours, then the thumbnail, then the preview, all in the same place. */
export function PhotoStage({ id, tile, media, ratio, onSwipe, onClose }: PhotoStageProps) {
  const content = useMediaContent(id, 'preview');
  const zoom = useZoom({ naturalWidth: media?.width, onSwipe, onPullDown: onClose });
  const { view, pull, stage, picture, handlers } = zoom;
  const [loaded, setLoaded] = useState(false);
  const [broken, setBroken] = useState<string>();
  const [bare, setBare] = useState(false);
  const renewed = useRef(false);
  const [playing, setPlaying] = useState(false);
  const videoId = media?.livePhoto?.videoId;
  const hold = useHold(videoId !== undefined && view.scale === 1);
  const name = tile ? tileName(tile) : texts.kinds.PHOTO;
  const animated = media && (media.animated ?? hasRendition(media, 'playback'));
  const longer = Math.max(media?.width ?? 0, media?.height ?? 0);
  const closer =
    view.scale > 1 && longer > previewPixels && drawn.includes(media?.contentType ?? '');

  const unseen = broken !== undefined && broken === content.data?.url;

  /** Its signature may have run out: it is signed anew, once, and any other URL is tried. */
  function fail(url: string) {
    setBroken(url);
    if (!renewed.current) void content.refetch();
    renewed.current = true;
  }

  function retry() {
    setBroken(undefined);
    void content.refetch();
  }

  return (
    <>
      {/* A pointer's shortcuts; the keyboard has buttons and arrows for all that matters. */}
      <div
        ref={stage}
        className={styles.stage}
        data-zoomed={view.scale > 1 || undefined}
        data-pulled={pull.x !== 0 || pull.y !== 0 || undefined}
        {...handlers}
        onPointerDown={(event) => {
          hold.press(event);
          handlers.onPointerDown(event);
        }}
        onPointerMove={(event) => {
          hold.move(event);
          handlers.onPointerMove(event);
        }}
        onPointerUp={(event) => {
          hold.stop();
          handlers.onPointerUp(event);
        }}
        onPointerCancel={(event) => {
          hold.stop();
          handlers.onPointerCancel(event);
        }}
      >
        <div
          ref={picture}
          className={styles.picture}
          style={{
            aspectRatio: ratio,
            // The largest box of this shape that fits the stage.
            width: `min(100cqw, calc(100cqh * ${ratio}))`,
            transform: `translate(${view.x + pull.x}px, ${view.y + Math.max(0, pull.y) / 2}px) scale(${view.scale})`,
          }}
        >
          {!loaded && tile?.thumbhash && <Thumbhash hash={tile.thumbhash} />}
          {!loaded && !bare && tile?.thumbnailUrl && (
            <img
              className={styles.image}
              src={tile.thumbnailUrl}
              alt=""
              draggable={false}
              onError={() => setBare(true)}
            />
          )}
          {content.data && !unseen && (
            <img
              className={styles.image}
              src={content.data.url}
              alt={name}
              draggable={false}
              onLoad={() => setLoaded(true)}
              onError={() => fail(content.data.url)}
            />
          )}
          {animated && <Animation media={media} name={name} />}
          {closer && !animated && <Original id={id} name={name} className={styles.image} />}
          {videoId !== undefined && (hold.held || playing) && (
            <Moment videoId={videoId} onEnded={() => setPlaying(false)} />
          )}
        </div>
      </div>
      {videoId !== undefined && (
        <button
          type="button"
          className={styles.live}
          aria-pressed={playing}
          aria-label={playing ? texts.viewer.stopLive : texts.viewer.playLive}
          data-play
          onClick={() => setPlaying(!playing)}
        >
          <Aperture size={16} aria-hidden="true" />
          {texts.viewer.live}
        </button>
      )}
      {(content.error ?? unseen) && (
        <div className={styles.problem}>
          <ProblemNotice error={content.error ?? notShown} onRetry={retry} />
        </div>
      )}
    </>
  );
}

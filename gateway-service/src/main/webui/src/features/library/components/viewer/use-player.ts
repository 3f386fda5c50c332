import { type SyntheticEvent, useRef, useState } from 'react';
import { ProblemError, unreachable } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useMediaContent, type Variant } from '../../api/use-media-content';

const notPlayed = new ProblemError({ ...unreachable, detail: texts.viewer.broken });
/** A renewed URL that fails again this soon won't be helped by another. */
const hopelessMs = 8_000;

/**
 * The source and handlers of an audio or video element. Its URL runs out while it is watched, and a
 * seek is then refused: it is signed anew, and the playing goes on where it was.
 */
export function usePlayer(id: string, variant: Variant) {
  const content = useMediaContent(id, variant);
  const [broken, setBroken] = useState(false);
  const place = useRef({ at: 0, playing: false });
  const renewedAt = useRef(-hopelessMs);
  const renewing = useRef(false);

  async function renew(element: HTMLMediaElement) {
    const now = performance.now();
    if (renewing.current) return;
    if (now - renewedAt.current < hopelessMs) {
      setBroken(true);
      return;
    }
    renewing.current = true;
    renewedAt.current = now;
    const old = element.src;
    const { data } = await content.refetch();
    renewing.current = false;
    if (!data) setBroken(true);
    else if (data.url === old) element.load();
  }

  type Event = SyntheticEvent<HTMLMediaElement>;
  const remember = ({ currentTarget }: Event) => {
    if (!renewing.current && !currentTarget.error && currentTarget.readyState > 0) {
      place.current.at = currentTarget.currentTime;
    }
  };
  return {
    url: content.data?.url,
    error: content.error ?? (broken ? notPlayed : null),
    retry: () => {
      setBroken(false);
      renewedAt.current = -hopelessMs;
      void content.refetch();
    },
    handlers: {
      onTimeUpdate: remember,
      onSeeking: remember,
      onPlay: () => {
        place.current.playing = true;
      },
      onPause: ({ currentTarget }: Event) => {
        // A source that fails pauses as well, but nobody asked for it.
        if (!currentTarget.error && !renewing.current) place.current.playing = false;
      },
      onLoadedMetadata: ({ currentTarget }: Event) => {
        const { at, playing } = place.current;
        if (at > 0) currentTarget.currentTime = at;
        if (playing) void currentTarget.play().catch(() => undefined);
      },
      onError: ({ currentTarget }: Event) => void renew(currentTarget),
    },
  };
}

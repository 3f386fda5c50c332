import { useQuery } from '@tanstack/react-query';
import { FileImage, FileMusic, FileVideo, type LucideIcon } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '@/lib/api/client';
import styles from './media-thumb.module.css';

export type ThumbKind = 'PHOTO' | 'VIDEO' | 'SOUND';

const icons: Record<ThumbKind, LucideIcon> = {
  PHOTO: FileImage,
  VIDEO: FileVideo,
  SOUND: FileMusic,
};

/** Signed URLs live at least ten minutes. */
const urlLifeMs = 8 * 60_000;

interface MediaThumbProps {
  kind: ThumbKind;
  /** Absent while the library doesn't have it: an icon stands in. */
  mediaId?: string | undefined;
  /** The file itself, shown in place of the library's thumbnail. */
  local?: File | undefined;
}

/** A small picture of one medium, fetched once near the screen; unnamed, as its row has a name. */
export function MediaThumb({ kind, mediaId, local }: MediaThumbProps) {
  const box = useRef<HTMLSpanElement>(null);
  const near = useNear(box);
  const [broken, setBroken] = useState<string | File>();
  const { data } = useQuery({
    queryKey: ['media', mediaId, 'thumbnail'],
    queryFn: ({ signal }) => fetchThumbnail(mediaId ?? '', signal),
    enabled: near && mediaId !== undefined && kind !== 'SOUND',
    staleTime: urlLifeMs,
    refetchOnWindowFocus: false,
  });
  const picture = data?.url ?? local;
  const Icon = icons[kind];
  return (
    <span ref={box} className={styles.thumb}>
      {picture && picture !== broken ? (
        <Picture source={picture} onError={() => setBroken(picture)} />
      ) : (
        <Icon size={20} strokeWidth={1.5} aria-hidden="true" />
      )}
    </span>
  );
}

function Picture({ source, onError }: { source: string | File; onError: () => void }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = typeof source === 'string' ? source : URL.createObjectURL(source);
      image.src = url;
      return () => {
        if (url !== source) URL.revokeObjectURL(url);
      };
    },
    [source],
  );
  return (
    <img
      ref={show}
      className={styles.image}
      alt=""
      draggable={false}
      loading="lazy"
      decoding="async"
      onError={onError}
    />
  );
}

function fetchThumbnail(id: string, signal: AbortSignal) {
  return answer(
    api.GET('/api/v1/media/{id}/content', {
      params: { path: { id }, query: { variant: 'thumbnail' } },
      headers: { Accept: 'application/json' },
      signal,
    }),
  );
}

/** Turns true when the element first comes near the screen, and stays so. */
function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '300px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

import { useEffect, useEffectEvent, useState } from 'react';

const showMs = 4_000;

interface Slide {
  id: string;
  /** It moves, and tells by itself when it has ended. */
  moving: boolean;
  ready: boolean;
  hasNext: boolean;
}

/** Goes on by itself, until the last or until stopped. */
export function useSlideshow({ id, moving, ready, hasNext }: Slide, onNext: () => void) {
  const [wanted, setWanted] = useState(false);
  const running = wanted && hasNext;
  const next = useEffectEvent(onNext);
  useEffect(() => {
    if (!running || moving || !ready) return;
    const timer = setTimeout(() => next(), showMs);
    return () => clearTimeout(timer);
  }, [running, moving, ready, id]);
  return { running, toggle: () => setWanted(!running), stop: () => setWanted(false) };
}

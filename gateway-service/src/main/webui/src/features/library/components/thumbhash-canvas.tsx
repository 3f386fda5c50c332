import { useEffect, useRef } from 'react';
import { thumbHashToRGBA } from 'thumbhash';
import styles from './thumbnail.module.css';

function decode(thumbhash: string) {
  try {
    return thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)));
  } catch {
    // A damaged hash means no placeholder, nothing worse.
    return undefined;
  }
}

/** The blurred colours of a picture, before any byte of it has come. */
export function ThumbhashCanvas({ thumbhash }: { thumbhash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    const image = decode(thumbhash);
    if (!target || !image) return;
    target.width = image.w;
    target.height = image.h;
    const pixels = new ImageData(new Uint8ClampedArray(image.rgba), image.w, image.h);
    target.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [thumbhash]);
  return <canvas ref={canvas} className={styles.hash} aria-hidden="true" />;
}

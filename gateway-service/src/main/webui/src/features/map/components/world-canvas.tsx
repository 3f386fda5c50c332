import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTheme } from '@/lib/theme';
import { type Colours, drawWorld, shapeOf } from '../lib/drawing';
import type { Country } from '../lib/outlines';
import type { Size, View } from '../lib/view';
import styles from './world-canvas.module.css';

interface WorldCanvasProps {
  countries: readonly Country[];
  view: View;
  size: Size;
}

const dark = '(prefers-color-scheme: dark)';

function useDarkScreen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(dark);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(dark).matches,
  );
}

/** The style sheet's colours, as a canvas takes them. */
function coloursOf(style: CSSStyleDeclaration): Colours {
  return {
    land: style.fill,
    border: style.stroke,
    grid: style.borderTopColor,
    label: style.color,
    halo: style.outlineColor,
  };
}

/** Land, borders and names; nothing that can be pressed. */
export function WorldCanvas({ countries, view, size }: WorldCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shapes = useMemo(() => countries.map(shapeOf), [countries]);
  const theme = useTheme();
  const darkScreen = useDarkScreen();
  const ratio = Math.min(window.devicePixelRatio || 1, 2);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const style = getComputedStyle(element);
    const font = `560 12px ${style.fontFamily}`;
    drawWorld(context, shapes, view, size, coloursOf(style), font, ratio);
  }, [shapes, view, size, ratio, theme, darkScreen]);

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={Math.round(size.width * ratio)}
      height={Math.round(size.height * ratio)}
      aria-hidden="true"
    />
  );
}

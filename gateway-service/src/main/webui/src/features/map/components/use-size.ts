import { useCallback, useState } from 'react';
import type { Size } from '../lib/view';

/** An element's size as it changes; 0 by 0 until it is measured. */
export function useSize() {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => {
      const width = element.clientWidth;
      const height = element.clientHeight;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { size, attach };
}

import { useEffect, useRef, useState } from 'react';
import { carriesFiles, droppedFiles } from './dropped-files';

/** Takes files dropped or pasted anywhere on the page; tells whether some hover over it now. */
export function usePageFiles(take: (files: File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    let depth = 0;
    /** Browsers call a dragged picture of this very page a file. */
    let fromPage = false;

    const isForUs = (event: DragEvent) => !fromPage && carriesFiles(event.dataTransfer);
    const leave = () => {
      depth = 0;
      setHovering(false);
    };
    const hover = (event: DragEvent) => {
      if (!isForUs(event)) return;
      event.preventDefault();
      depth++;
      setHovering(true);
    };
    const over = (event: DragEvent) => {
      if (!isForUs(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const unhover = (event: DragEvent) => {
      if (isForUs(event) && --depth <= 0) leave();
    };
    const drop = (event: DragEvent) => {
      if (!isForUs(event) || !event.dataTransfer) return;
      event.preventDefault();
      leave();
      void droppedFiles(event.dataTransfer).then((files) => latest.current(files));
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };

    window.addEventListener('dragstart', () => (fromPage = true), { signal });
    window.addEventListener('dragend', () => (fromPage = false), { signal });
    window.addEventListener('dragenter', hover, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', unhover, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => ended.abort();
  }, []);

  return hovering;
}

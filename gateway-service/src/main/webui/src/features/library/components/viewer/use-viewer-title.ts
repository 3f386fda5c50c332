import { useEffect } from 'react';
import { texts } from '@/lib/texts';

/** Names the tab after what is shown, and gives the page below its own name back. */
export function useViewerTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
    return () => {
      document.title = `${texts.library.title} · ${texts.app.name}`;
    };
  }, [title]);
}

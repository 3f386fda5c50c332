import { useEffect, useState } from 'react';
import { texts } from '@/lib/texts';

/** Names the tab after what is shown, and gives the page below its own name back. */
export function useViewerTitle(title: string): void {
  const [below] = useState(() => document.title);
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
    return () => {
      document.title = below;
    };
  }, [title, below]);
}

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { texts } from '@/lib/texts';
import { uploadService } from '../api/upload-service';
import { UploadEngine } from '../lib/upload-engine';
import { DropOverlay } from './drop-overlay';
import { UploadAnnouncer } from './upload-announcer';
import { UploadContext } from './upload-context';

const systemClock = {
  now: () => Date.now(),
  wait: (milliseconds: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/** Asks before the page is left while bytes are on their way. */
function useLeaveWarning(engine: UploadEngine): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (engine.getSnapshot().totals.busy) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [engine]);
}

/** New media are in the library as soon as they are completed: lets the timeline know. */
function useLibraryRefresh(engine: UploadEngine): void {
  const client = useQueryClient();
  useEffect(() => {
    let known = '';
    return engine.subscribe(() => {
      const { items } = engine.getSnapshot();
      const arrived = items
        .filter((item) => item.state === 'processing' || item.state === 'done')
        .map((item) => `${item.key}:${item.state}`)
        .join();
      if (arrived === known) return;
      known = arrived;
      void client.invalidateQueries({ queryKey: ['timeline'] });
      void client.invalidateQueries({ queryKey: ['usage'] });
    });
  }, [engine, client]);
}

interface UploadProviderProps {
  /** Called when files come in by drop or paste, from whatever page. */
  onArrival: () => void;
  children: ReactNode;
}

/** One queue for the whole app; it goes on while one looks at other pages and ends with sign-out. */
export function UploadProvider({ onArrival, children }: UploadProviderProps) {
  const [engine] = useState(() => new UploadEngine(uploadService, systemClock));
  useLeaveWarning(engine);
  useLibraryRefresh(engine);
  useEffect(() => () => engine.reset(), [engine]);

  return (
    <UploadContext value={engine}>
      {children}
      <DropOverlay
        label={texts.app.dropHere}
        onFiles={(files) => {
          engine.add(files);
          onArrival();
        }}
      />
      <UploadAnnouncer />
    </UploadContext>
  );
}

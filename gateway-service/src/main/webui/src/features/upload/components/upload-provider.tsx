import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { session } from '@/lib/session/browser-session';
import type { Ending } from '@/lib/session/session';
import { uploadService } from '../api/upload-service';
import { askToPersist, createUploads } from '../lib/browser-uploads';
import { usePageFiles } from '../lib/files/use-page-files';
import { UploadContext } from '../lib/upload-context';
import { DropOverlay } from './drop-overlay';
import { UploadAnnouncer } from './upload-announcer';
import { UploadEffects } from './upload-effects';

/** Whoever leaves on purpose leaves nothing behind; a session that ran out goes on later. */
const forGood: ReadonlySet<Ending | undefined> = new Set<Ending>([
  'left',
  'left-elsewhere',
  'left-everywhere',
  'suspended',
  'closed',
]);

interface UploadProviderProps {
  /** Called when files come in by drop, paste or another app, from whatever page. */
  onArrival: () => void;
  children: ReactNode;
}

/** Keeps uploads going while one browses, and takes files wherever they are dropped or pasted. */
export function UploadProvider({ onArrival, children }: UploadProviderProps) {
  const [{ uploads, store }] = useState(() =>
    createUploads(session.getUser() ?? '', uploadService),
  );
  const queries = useQueryClient();
  const hovering = usePageFiles((files) => {
    if (files.length === 0) return;
    uploads.add(files);
    onArrival();
  });

  useEffect(() => {
    uploads.start();
    askToPersist();
    return () => {
      uploads.stop();
      const left = session.getStatus() === 'signed-out' && forGood.has(session.getEnding());
      if (left) store.clear().catch(() => undefined);
    };
  }, [uploads, store]);

  return (
    <UploadContext value={uploads}>
      {children}
      <UploadEffects queries={queries} />
      <UploadAnnouncer />
      {hovering && <DropOverlay />}
    </UploadContext>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { uploadService } from '../api/upload-service';
import { UploadContext } from '../lib/upload-context';
import { UploadEngine } from '../lib/upload-engine';
import { usePageFiles } from '../lib/use-page-files';
import { DropOverlay } from './drop-overlay';
import { UploadAnnouncer } from './upload-announcer';
import { UploadEffects } from './upload-effects';

function createEngine(): UploadEngine {
  return new UploadEngine(uploadService, {
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

interface UploadProviderProps {
  /** Called when files come in by drop or paste, from whatever page. */
  onArrival: () => void;
  children: ReactNode;
}

/** Keeps uploads going while one browses, and takes files wherever they are dropped or pasted. */
export function UploadProvider({ onArrival, children }: UploadProviderProps) {
  const [engine] = useState(createEngine);
  const queries = useQueryClient();
  const hovering = usePageFiles((files) => {
    if (files.length === 0) return;
    engine.add(files);
    onArrival();
  });

  useEffect(() => () => engine.reset(), [engine]);

  return (
    <UploadContext value={engine}>
      {children}
      <UploadEffects queries={queries} />
      <UploadAnnouncer />
      {hovering && <DropOverlay />}
    </UploadContext>
  );
}

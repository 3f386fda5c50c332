import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UploadEngine, UploadSnapshot } from '../lib/upload-engine';

export const UploadContext = createContext<UploadEngine | undefined>(undefined);

export function useUploadEngine(): UploadEngine {
  const engine = useContext(UploadContext);
  if (!engine) throw new Error('no UploadProvider above');
  return engine;
}

export function useUploads(): UploadSnapshot {
  const engine = useUploadEngine();
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot);
}

import { createContext, use, useSyncExternalStore } from 'react';
import type { UploadEngine, UploadSnapshot } from './upload-engine';

export const UploadContext = createContext<UploadEngine | undefined>(undefined);

export function useUploadEngine(): UploadEngine {
  const engine = use(UploadContext);
  if (!engine) throw new Error('there is no UploadProvider above');
  return engine;
}

export function useUploads(): UploadSnapshot {
  const engine = useUploadEngine();
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot);
}

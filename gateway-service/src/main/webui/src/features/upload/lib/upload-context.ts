import { createContext, use, useSyncExternalStore } from 'react';
import type { Uploads, UploadSnapshot } from './engine/uploads';

export const UploadContext = createContext<Uploads | undefined>(undefined);

export function useUploadQueue(): Uploads {
  const uploads = use(UploadContext);
  if (!uploads) throw new Error('there is no UploadProvider above');
  return uploads;
}

export function useUploads(): UploadSnapshot {
  const uploads = useUploadQueue();
  return useSyncExternalStore(uploads.subscribe, uploads.getSnapshot);
}

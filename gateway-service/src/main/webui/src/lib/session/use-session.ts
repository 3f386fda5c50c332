import { useSyncExternalStore } from 'react';
import { session } from './browser-session';
import type { SessionStatus } from './session';

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(session.subscribe, session.getStatus);
}

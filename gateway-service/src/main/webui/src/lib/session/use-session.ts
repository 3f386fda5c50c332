import { useSyncExternalStore } from 'react';
import { session } from './browser-session';
import type { SessionStatus } from './session';

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(session.subscribe, session.getStatus);
}

/** Who is signed in; changes when someone else signs in, in whichever tab. */
export function useSessionUser(): string | undefined {
  return useSyncExternalStore(session.subscribe, session.getUser);
}

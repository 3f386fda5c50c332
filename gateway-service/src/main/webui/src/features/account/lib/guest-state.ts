import type { texts } from '@/lib/texts';

export type Notice = keyof typeof texts.account.notices;

/** What the pages before sign-in hand on in the history entry: never a secret. */
export interface GuestState {
  /** Where to go once signed in, and for whom alone that means anything. */
  wanted?: string;
  whose?: string;
  email?: string;
  notice?: Notice;
}

export function readGuestState(state: unknown): GuestState {
  return typeof state === 'object' && state !== null ? state : {};
}

/** What the pages before sign-in hand on in the history entry: never a secret. */
export interface GuestState {
  /** Where to go once signed in. */
  wanted?: string;
  email?: string;
  notice?: 'confirmed' | 'notConfirmed';
}

export function readGuestState(state: unknown): GuestState {
  return typeof state === 'object' && state !== null ? state : {};
}

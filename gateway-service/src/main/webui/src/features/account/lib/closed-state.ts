/** What the page that begins a deletion hands on to the one that shows how far it is. */
export interface ClosedState {
  receipt?: string | undefined;
  /** Whose account it was. */
  closed?: string | undefined;
}

export function readClosedState(state: unknown): ClosedState {
  return typeof state === 'object' && state !== null ? state : {};
}

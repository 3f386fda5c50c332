/** The page that someone asked for before they had to sign in; else the timeline. */
export function wantedPath(state: unknown): string {
  if (typeof state === 'object' && state !== null && 'wanted' in state) {
    const { wanted } = state;
    if (typeof wanted === 'string' && /^\/(?!\/)/.test(wanted)) return wanted;
  }
  return '/';
}

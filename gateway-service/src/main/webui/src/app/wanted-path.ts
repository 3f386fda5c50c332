/** The page that this person asked for before they had to sign in; else the timeline. */
export function wantedPath(state: unknown, user: string | undefined): string {
  if (typeof state === 'object' && state !== null && 'wanted' in state) {
    const { wanted } = state;
    const another = 'whose' in state && state.whose !== undefined && state.whose !== user;
    if (typeof wanted === 'string' && /^\/(?!\/)/.test(wanted) && !another) return wanted;
  }
  return '/';
}

export const minPhotos = 2;
export const maxPhotos = 500;
const framesPerSecond = 30;

/** The same, with one taken out and put in at another place. */
export function move(ids: readonly string[], from: number, to: number): string[] {
  const moved = ids[from];
  if (moved === undefined || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.filter((_, at) => at !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** As the renderer counts it: whole frames per photo; a crossfade adds nothing. */
export function filmLengthMs(photos: number, secondsPerPhoto: number): number {
  return (1000 * photos * Math.round(secondsPerPhoto * framesPerSecond)) / framesPerSecond;
}

/** Picked media, from the address or, where they are too many for one, from the history entry. */
export function pickedIds(search: URLSearchParams, state: unknown): string[] {
  const fromState =
    typeof state === 'object' && state !== null && 'mediaIds' in state ? state.mediaIds : undefined;
  const ids = Array.isArray(fromState)
    ? fromState.filter((id) => typeof id === 'string')
    : (search.get('ids') ?? '').split(',');
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
}

/** Which photos a refusal is about: `source.mediaIds[3]` is the fourth. */
export function refusedPositions(paths: readonly string[]): ReadonlySet<number> {
  const positions = paths.map((path) => /mediaIds\[(\d+)\]/.exec(path)?.[1]);
  return new Set(positions.flatMap((position) => (position ? [Number(position)] : [])));
}

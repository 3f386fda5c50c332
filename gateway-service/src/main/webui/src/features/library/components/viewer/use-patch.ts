import type { MediaPatch } from '../../api/media-calls';
import { useLibraryActions } from '../../api/use-library-actions';
import type { Tile } from '@/components/media/tile';

/** Changes the medium shown; rejected with what went wrong. */
export type Patch = (changes: MediaPatch, done: string) => Promise<unknown>;

export function usePatch(id: string, tile: Tile | undefined): Patch {
  const library = useLibraryActions();
  return (changes, done) => library.patch(id, changes, done, tile);
}

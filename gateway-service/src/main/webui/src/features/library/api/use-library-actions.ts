import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { showToast } from '@/components/toast';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Media } from '@/lib/api/contract';
import type { Tile } from '@/components/media/tile';
import {
  changeMedia,
  type ItemResult,
  type MediaChanges,
  type MediaPatch,
  patchMedia,
  restoreMedia,
  trashMedia,
  undoEdit,
} from './media-calls';
import { changeTiles, dropTiles, type TileChange, timelineKey } from './month-cache';

/** As many as the service takes in one call. */
const perCall = 500;

interface Failures {
  ids: string[];
  reason: string | undefined;
}

export function chunksOf<T>(things: readonly T[], size = perCall): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < things.length; from += size)
    chunks.push(things.slice(from, from + size));
  return chunks;
}

function failuresOf(results: readonly ItemResult[]): Failures {
  const failed = results.filter(({ problem }) => problem);
  const { problem } = failed[0] ?? {};
  return { ids: failed.map(({ id }) => id), reason: problem?.detail ?? problem?.title };
}

function tellProblem(error: unknown): void {
  showToast({ text: toProblem(error).detail, tone: 'problem' });
}

async function refresh(client: QueryClient, ids: readonly string[]): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: timelineKey }),
    client.invalidateQueries({ queryKey: ['search'] }),
    client.invalidateQueries({ queryKey: ['map'] }),
    client.invalidateQueries({ queryKey: ['memories'] }),
    client.invalidateQueries({ queryKey: ['trash'] }),
    client.invalidateQueries({ queryKey: ['tags'] }),
    client.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === 'media' && queryKey.length === 2 && ids.includes(String(queryKey[1])),
    }),
  ]);
}

/** What a tile shows of a change. */
export function tileChangeOf(changes: MediaChanges | MediaPatch): TileChange {
  return {
    ...(changes.favorite !== undefined && { favorite: changes.favorite }),
    ...(changes.archived !== undefined && { archived: changes.archived }),
  };
}

/** Changes and removals of media, each told in a toast that can undo it. */
export class LibraryActions {
  private readonly client: QueryClient;

  constructor(client: QueryClient) {
    this.client = client;
  }

  /** Changes many alike; answers those for which it failed. `done` tells what happened to how many. */
  async change(
    tiles: readonly Tile[],
    changes: MediaChanges,
    done: (count: number) => string,
  ): Promise<string[]> {
    const ids = tiles.map(({ id }) => id);
    const edits: string[] = [];
    const results: ItemResult[] = [];
    changeTiles(this.client, tiles, tileChangeOf(changes));
    try {
      for (const chunk of chunksOf(ids)) {
        const answer = await changeMedia(chunk, changes);
        edits.push(answer.editId);
        results.push(...answer.results);
      }
    } catch (error) {
      tellProblem(error);
    }
    const failed = failuresOf(results);
    const changed = results.length - failed.ids.length;
    if (changed > 0) this.tell(done(changed), () => this.undoEdits(edits, ids));
    if (failed.ids.length > 0) this.tellFailures(failed);
    await refresh(this.client, ids);
    const reached = new Set(results.map(({ id }) => id));
    return [...failed.ids, ...ids.filter((id) => !reached.has(id))];
  }

  /** Changes one; throws what went wrong, as it was asked for in a form. */
  async patch(id: string, patch: MediaPatch, done: string, tile?: Tile): Promise<Media> {
    const key = ['media', id];
    const before = this.client.getQueryData<Media>(key);
    if (before) this.client.setQueryData(key, { ...before, ...tileChangeOf(patch) });
    if (tile) changeTiles(this.client, [tile], tileChangeOf(patch));
    try {
      const { media, editId } = await patchMedia(id, patch);
      this.client.setQueryData(key, media);
      if (editId) this.tell(done, () => this.undoEdits([editId], [id]));
      return media;
    } catch (error) {
      if (before) this.client.setQueryData(key, before);
      throw error;
    } finally {
      void refresh(this.client, []);
    }
  }

  /** Puts media into the trash; answers those for which it failed. */
  async trash(ids: readonly string[]): Promise<string[]> {
    const results: ItemResult[] = [];
    dropTiles(this.client, ids);
    try {
      for (const chunk of chunksOf(ids)) results.push(...(await trashMedia(chunk)).results);
    } catch (error) {
      tellProblem(error);
    }
    const failed = failuresOf(results);
    const refused = new Set(failed.ids);
    const gone = results.map(({ id }) => id).filter((id) => !refused.has(id));
    if (gone.length > 0) this.tell(texts.library.trashed(gone.length), () => this.restore(gone));
    if (failed.ids.length > 0) this.tellFailures(failed);
    await this.refreshAll(ids);
    const reached = new Set(gone);
    return ids.filter((id) => !reached.has(id));
  }

  private async restore(ids: readonly string[]): Promise<void> {
    await this.undo(ids, (chunk) => restoreMedia(chunk));
  }

  /** Backwards, lest one edit's old state be put over another's. */
  private async undoEdits(edits: readonly string[], ids: readonly string[]): Promise<void> {
    const results: ItemResult[] = [];
    try {
      for (const edit of edits.toReversed()) results.push(...(await undoEdit(edit)).results);
      this.tellUndone(results);
    } catch (error) {
      tellProblem(error);
    }
    await this.refreshAll(ids);
  }

  private async undo(
    ids: readonly string[],
    call: (chunk: string[]) => Promise<{ results: ItemResult[] }>,
  ): Promise<void> {
    const results: ItemResult[] = [];
    try {
      for (const chunk of chunksOf(ids)) results.push(...(await call(chunk)).results);
      this.tellUndone(results);
    } catch (error) {
      tellProblem(error);
    }
    await this.refreshAll(ids);
  }

  private async refreshAll(ids: readonly string[]): Promise<void> {
    await Promise.all([
      refresh(this.client, ids),
      this.client.invalidateQueries({ queryKey: ['usage'] }),
    ]);
  }

  private tell(text: string, undo: () => Promise<void>): void {
    showToast({ text, action: { label: texts.app.undo, run: () => void undo() } });
  }

  private tellUndone(results: readonly ItemResult[]): void {
    const failed = failuresOf(results);
    if (failed.ids.length > 0) this.tellFailures(failed);
    else showToast({ text: texts.library.undone });
  }

  private tellFailures({ ids, reason }: Failures): void {
    showToast({ text: texts.library.unchanged(ids.length, reason), tone: 'problem' });
  }
}

export function useLibraryActions(): LibraryActions {
  const client = useQueryClient();
  return useMemo(() => new LibraryActions(client), [client]);
}

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { showToast } from '@/components/toast';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Media } from '@/lib/api/contract';
import { monthOf, type Tile } from '@/components/media/tile';
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
import {
  changeTiles,
  dropTiles,
  findTile,
  refreshMonths,
  refreshViews,
  type TileChange,
  timelineKey,
} from './month-cache';

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

/** Marks what was found by such facts as old; what the tiles show was changed in place. */
function outdate(client: QueryClient, changes: MediaChanges | MediaPatch): void {
  const tagged = 'tags' in changes || 'addTags' in changes || 'removeTags' in changes;
  void client.invalidateQueries({ queryKey: ['search'] });
  void client.invalidateQueries({ queryKey: ['memories'] });
  if ('location' in changes) void client.invalidateQueries({ queryKey: ['map'] });
  if (!tagged) return;
  void client.invalidateQueries({ queryKey: ['tags'] });
  void client.invalidateQueries({
    queryKey: timelineKey,
    predicate: ({ queryKey }) => queryKey.some(isTagFilter),
  });
}

function isTagFilter(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'tag' in part;
}

async function refresh(client: QueryClient, ids: readonly string[]): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: timelineKey }),
    client.invalidateQueries({ queryKey: ['search'] }),
    client.invalidateQueries({ queryKey: ['map'] }),
    client.invalidateQueries({ queryKey: ['memories'] }),
    client.invalidateQueries({ queryKey: ['trash'] }),
    client.invalidateQueries({ queryKey: ['tags'] }),
    refreshMedia(client, ids),
  ]);
}

async function refreshMedia(client: QueryClient, ids: readonly string[]): Promise<void> {
  const changed = new Set(ids);
  await client.invalidateQueries({
    queryKey: ['media'],
    predicate: ({ queryKey }) => queryKey.length === 2 && changed.has(String(queryKey[1])),
  });
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
    if (changed === ids.length) await this.settle(tiles, changes);
    else await refresh(this.client, ids);
    const reached = new Set(results.map(({ id }) => id));
    return [...failed.ids, ...ids.filter((id) => !reached.has(id))];
  }

  /** Changes one; throws what went wrong, as it was asked for in a form. */
  async patch(id: string, patch: MediaPatch, done: string, shown?: Tile): Promise<Media> {
    const key = ['media', id];
    const before = this.client.getQueryData<Media>(key);
    const tile = shown ?? findTile(this.client, id);
    const tiles = tile ? [tile] : [];
    if (before) this.client.setQueryData(key, { ...before, ...tileChangeOf(patch) });
    changeTiles(this.client, tiles, tileChangeOf(patch));
    try {
      const { media, editId } = await patchMedia(id, patch);
      this.client.setQueryData(key, media);
      if (editId) this.tell(done, () => this.undoEdits([editId], [id]));
      void this.settlePatch(tile, patch, media);
      return media;
    } catch (error) {
      if (before) this.client.setQueryData(key, before);
      void refreshMonths(this.client, tiles.map(monthOf));
      throw error;
    }
  }

  /** The tile as the service has it now; only a date that changed has months fetched anew. */
  private async settlePatch(tile: Tile | undefined, patch: MediaPatch, media: Media) {
    outdate(this.client, patch);
    if (!tile) return;
    const { city, country } = media.place ?? {};
    const change = { ...tileChangeOf(patch), place: city ?? country };
    changeTiles(this.client, [tile], change);
    await refreshViews(this.client, [tile], change);
    if (media.takenAt === tile.takenAt && media.utcOffsetMinutes === tile.utcOffsetMinutes) return;
    await refreshMonths(this.client, [monthOf(tile), monthOf(media)]);
  }

  /** After a change of many that went well: names of places and new dates only the service knows. */
  private async settle(tiles: readonly Tile[], changes: MediaChanges): Promise<void> {
    const ids = tiles.map(({ id }) => id);
    if (changes.takenAt !== undefined) {
      await refresh(this.client, ids);
      return;
    }
    outdate(this.client, changes);
    await Promise.all([
      refreshMedia(this.client, ids),
      refreshViews(this.client, tiles, tileChangeOf(changes)),
      'location' in changes && refreshMonths(this.client, tiles.map(monthOf)),
    ]);
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
    showToast({
      text,
      action: { label: texts.app.undo, run: () => void undo(), undoes: true },
    });
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

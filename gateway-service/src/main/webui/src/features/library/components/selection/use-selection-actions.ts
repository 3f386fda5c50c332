import { type Dispatch, useState } from 'react';
import { useNavigate } from 'react-router';
import { startDownload } from '@/lib/download-request';
import { texts } from '@/lib/texts';
import type { MediaChanges } from '../../api/media-calls';
import { tileChangeOf, useLibraryActions } from '../../api/use-library-actions';
import type { SelectionAction } from '../../lib/selection';
import type { Tile } from '@/components/media/tile';

/** Above this the ids would make an address that servers refuse. */
const maxIdsInAddress = 50;

export type SelectionDialog = 'date' | 'place' | 'tags';

/** What can be done with some tiles at once; `selected` are those that the bar is about. */
export function useSelectionActions(
  selected: readonly Tile[],
  dispatch: Dispatch<SelectionAction>,
) {
  const navigate = useNavigate();
  const library = useLibraryActions();
  const [dialog, setDialog] = useState<SelectionDialog>();

  async function change(
    tiles: readonly Tile[],
    changes: MediaChanges,
    done: (count: number) => string,
  ) {
    if (tiles.length === 0) return;
    const shown = tileChangeOf(changes);
    dispatch({ type: 'update', tiles: tiles.map((tile) => ({ ...tile, ...shown })) });
    const failed = new Set(await library.change(tiles, changes, done));
    dispatch({ type: 'update', tiles: tiles.filter(({ id }) => failed.has(id)) });
  }

  function favorite(tiles: readonly Tile[]) {
    const on = !tiles.every((tile) => tile.favorite);
    void change(tiles, { favorite: on }, texts.library[on ? 'favorited' : 'unfavorited']);
  }

  /** They leave the view, and so the selection. */
  function archive(tiles: readonly Tile[]) {
    const on = !tiles.every((tile) => tile.archived);
    dispatch({ type: 'remove', ids: tiles.map(({ id }) => id) });
    void change(tiles, { archived: on }, texts.library[on ? 'archived' : 'unarchived']);
  }

  function trash(tiles: readonly Tile[]) {
    if (tiles.length === 0) return;
    const ids = tiles.map(({ id }) => id);
    dispatch({ type: 'remove', ids });
    void library.trash(ids).then((kept) => {
      const still = new Set(kept);
      const back = tiles.filter(({ id }) => still.has(id));
      if (back.length > 0) dispatch({ type: 'add', tiles: back, anchor: undefined });
    });
  }

  function makeFilm() {
    // Shown newest first, told oldest first.
    const mediaIds = selected.map((tile) => tile.id).reverse();
    const address = `/films/new${mediaIds.length > maxIdsInAddress ? '' : `?ids=${mediaIds.join(',')}`}`;
    void navigate(address, { state: { mediaIds } });
  }

  return {
    favorite,
    archive,
    trash,
    makeFilm,
    download: () => startDownload(selected.map(({ id }) => id)),
    apply: (changes: MediaChanges, done: (count: number) => string) => {
      setDialog(undefined);
      void change(selected, changes, done);
    },
    dialog,
    openDialog: setDialog,
    closeDialog: () => setDialog(undefined),
  };
}

export type SelectionActions = ReturnType<typeof useSelectionActions>;

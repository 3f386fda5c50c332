import { useEffect, useMemo, useReducer } from 'react';
import { useMatch, useNavigate } from 'react-router';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import { nothingSelected, selectedTiles, selectionReducer } from '../../lib/selection';
import type { Tile } from '../../lib/tile';
import { GridContext } from './grid-context';
import { SelectionBar } from '../selection/selection-bar';
import { TimelineGrid } from './timeline-grid';
import { useTimeline } from './use-timeline';

/** Above this the ids would make an address that servers refuse. */
const maxIdsInAddress = 50;

function isFilmable(tile: Tile): boolean {
  return tile.kind === 'PHOTO' && tile.state === 'READY';
}

function useEscape(active: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active, onEscape]);
}

/** Everything the library holds, newest first; stays mounted below the viewer. */
export function TimelinePage() {
  const navigate = useNavigate();
  const viewed = useMatch('/photos/:id')?.params.id;
  const { sections, want, renew, error, retry } = useTimeline();
  const [selection, dispatch] = useReducer(selectionReducer, nothingSelected);

  const tiles = useMemo(
    () => sections?.flatMap((section) => section.tiles ?? []) ?? [],
    [sections],
  );
  const order = useMemo(() => tiles.map((tile) => tile.id), [tiles]);
  const context = useMemo(
    () => ({ selection, order, dispatch, onBroken: renew }),
    [selection, order, renew],
  );
  const count = sections?.reduce((sum, section) => sum + section.count, 0) ?? 0;
  const selected = useMemo(() => selectedTiles(selection, tiles), [selection, tiles]);

  useEscape(!viewed && selection.ids.size > 0, () => dispatch({ type: 'clear' }));

  function makeFilm() {
    // Shown newest first, told oldest first.
    const mediaIds = selected.map((tile) => tile.id).reverse();
    const address = `/films/new${mediaIds.length > maxIdsInAddress ? '' : `?ids=${mediaIds.join(',')}`}`;
    void navigate(address, { state: { mediaIds } });
  }

  return (
    <GridContext value={context}>
      <Page title={texts.library.title} lead={count > 0 && texts.library.count(count)}>
        {error && <ProblemNotice error={error} onRetry={retry} />}
        {!sections && !error && <Waiting />}
        {sections && count === 0 && (
          <EmptyState
            art={<PrintStack />}
            title={texts.library.emptyTitle}
            action={<ButtonLink to="/upload">{texts.library.uploadPhotos}</ButtonLink>}
          >
            {texts.library.empty}
          </EmptyState>
        )}
        {sections && count > 0 && <TimelineGrid sections={sections} want={want} viewed={viewed} />}
      </Page>
      {selected.length > 0 && (
        <SelectionBar
          count={selected.length}
          photos={selected.filter(isFilmable).length}
          onClear={() => dispatch({ type: 'clear' })}
          onMakeFilm={makeFilm}
        />
      )}
    </GridContext>
  );
}

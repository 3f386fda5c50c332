import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useLocation, useMatch, useNavigate, useSearchParams } from 'react-router';
import { Button, ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import type { ViewerState } from '@/lib/viewer-state';
import { type Filters, filtersOf, filterKey, isFiltered } from '../../lib/filters';
import { selectedTiles } from '../../lib/selection';
import { SelectionStore } from '../../lib/selection-store';
import type { Tile } from '@/components/media/tile';
import { HelpDialog } from '../help-dialog';
import { goToSearch } from '../go-to-search';
import { SelectionBar } from '../selection/selection-bar';
import { useSelection } from '../selection/use-selection';
import { useSelectionActions } from '../selection/use-selection-actions';
import { FilterChips } from './filter-chips';
import { GridContext } from './grid-context';
import { TimelineGrid } from './timeline-grid';
import type { GridKeyActions } from './use-grid-keys';
import { useTimeline } from './use-timeline';

/** The same object for the same filters, as it is part of what queries are known by. */
function useFilters(): Filters {
  const [params] = useSearchParams();
  const found = filtersOf(params);
  const [kept, setKept] = useState(found);
  if (filterKey(kept) === filterKey(found)) return kept;
  setKept(found);
  return found;
}

function Nothing({ filters }: { filters: Filters }) {
  const navigate = useNavigate();
  if (!isFiltered(filters)) {
    return (
      <EmptyState
        art={<PrintStack />}
        title={texts.library.emptyTitle}
        action={<ButtonLink to="/upload">{texts.library.uploadPhotos}</ButtonLink>}
      >
        {texts.library.empty}
      </EmptyState>
    );
  }
  const { favorite, archived, ...others } = filters;
  const alone = !isFiltered(others) && favorite !== archived;
  const lone = favorite ? texts.library.noFavorites : texts.library.noArchive;
  const told = alone ? lone : undefined;
  return (
    <EmptyState
      art={<PrintStack />}
      title={told?.title ?? texts.library.nothingTitle}
      action={
        <Button look="outline" onClick={() => void navigate({ search: '' })}>
          {texts.library.showAll}
        </Button>
      }
    >
      {told?.hint ?? texts.library.nothing}
    </EmptyState>
  );
}

interface TimelinePageProps {
  /** Shown above the newest day, while nothing is filtered. */
  above?: ReactNode;
}

/** Everything the library holds, newest first; stays mounted below the viewer. */
export function TimelinePage({ above }: TimelinePageProps) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const viewed = useMatch('/photos/:id')?.params.id;
  const filters = useFilters();
  const { sections, want, load, renew, error, retry } = useTimeline(filters);
  const { selection, dispatch, extendTo, selectAll, beginDrag, clear, busy } = useSelection(
    sections,
    load,
  );
  const selected = useMemo(() => selectedTiles(selection), [selection]);
  const actions = useSelectionActions(selected, dispatch);
  const [helping, setHelping] = useState(false);
  const count = sections?.reduce((sum, section) => sum + section.count, 0) ?? 0;

  const [store] = useState(() => new SelectionStore());
  useLayoutEffect(() => store.show(selection), [store, selection]);

  const context = useMemo(
    () => ({
      selection: store,
      search,
      toggle: (tile: Tile) => dispatch({ type: 'toggle', tile }),
      toggleAll: (tiles: readonly Tile[]) => dispatch({ type: 'toggleAll', tiles }),
      extendTo,
      onBroken: renew,
    }),
    [store, search, dispatch, extendTo, renew],
  );

  const chosen = (tile: Tile | undefined) => (selected.length > 0 || !tile ? selected : [tile]);
  const keys: GridKeyActions = {
    select: (tile, range) => (range ? extendTo(tile) : dispatch({ type: 'toggle', tile })),
    favorite: (tile) => actions.favorite(chosen(tile)),
    trash: (tile) => actions.trash(chosen(tile)),
    open: (tile, informed) => {
      const state: ViewerState = { fromGrid: true, informed };
      const to = { pathname: `/photos/${tile.id}`, search };
      void navigate(to, { state, preventScrollReset: true });
    },
    selectAll,
    escape: clear,
    search: () => goToSearch(navigate),
    help: () => setHelping(true),
  };

  return (
    <GridContext value={context}>
      <Page
        title={texts.library.title}
        lead={count > 0 && texts.library.count(count)}
        action={(count > 0 || isFiltered(filters)) && <FilterChips filters={filters} />}
      >
        {!isFiltered(filters) && count > 0 && above}
        {error && <ProblemNotice error={error} onRetry={retry} />}
        {!sections && !error && <Waiting />}
        {sections && count === 0 && <Nothing filters={filters} />}
        {sections && count > 0 && (
          <TimelineGrid key={filterKey(filters)} {...{ sections, want, viewed, keys, beginDrag }} />
        )}
      </Page>
      {(selected.length > 0 || busy) && (
        <SelectionBar tiles={selected} busy={busy} actions={actions} onClear={clear} />
      )}
      {helping && <HelpDialog onClose={() => setHelping(false)} />}
    </GridContext>
  );
}

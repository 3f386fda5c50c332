import { useCallback, useMemo } from 'react';
import { Outlet, useLocation, useParams } from 'react-router';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { MediaGrid } from '@/components/media/media-grid';
import type { TileGroup } from '@/components/media/rows';
import { TileLink } from '@/components/media/tile-link';
import { useRenew } from '@/components/media/use-renew';
import type { Viewing } from '@/components/media/viewing';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import type { Suggestion } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useSearch } from '../api/use-search';
import { addressOf, chipsOf, type Filters, isEmpty, noFilters } from '../lib/filters';
import { groupByMonth } from '../lib/groups';
import { FilterRow } from './filter-row';
import { SearchBox } from './search-box';
import styles from './search-page.module.css';
import { useFilters } from './use-filters';

const words = texts.search;

/** What a suggestion asks for; the words that led to it have done their work. */
function asked({ type, value }: Suggestion): Partial<Filters> {
  switch (type) {
    case 'TAG':
      return { q: '', tag: value };
    case 'PLACE':
      return { q: '', place: value };
    case 'CAMERA':
      return { q: '', camera: value };
    case 'WORD':
      return { q: value };
  }
}

/** The finds, page after page as one scrolls. */
function useFinds(filters: Filters) {
  const search = useSearch(filters);
  const { data, hasNextPage, isFetching, fetchNextPage, refetch, isPlaceholderData } = search;
  const groups = useMemo(() => groupByMonth(data?.pages ?? []), [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const renew = useRenew(useCallback(() => void refetch(), [refetch]));
  return { ...search, groups, more, renew, stale: isPlaceholderData };
}

function Start() {
  return (
    <EmptyState art={<PrintStack />} title={words.startTitle}>
      {words.start}
    </EmptyState>
  );
}

function Nothing({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      art={<PrintStack />}
      title={words.nothingTitle}
      action={
        <Button look="outline" onClick={onClear}>
          {words.startAnew}
        </Button>
      }
    >
      {words.nothing}
    </EmptyState>
  );
}

function countOf(groups: readonly TileGroup[]): number {
  return groups.reduce((sum, group) => sum + group.tiles.length, 0);
}

/** Finds by words, kind, day, place, camera, tag and love; stays mounted below the viewer. */
export function SearchPage() {
  const { filters, text, setText, change } = useFilters();
  const finds = useFinds(filters);
  const viewed = useParams().id;
  const { state } = useLocation() as { state: { focus?: boolean } | null };
  const { groups } = finds;
  const address = addressOf(filters);
  const start = isEmpty(filters);
  const count = countOf(groups);
  const clear = () => change({ ...noFilters });
  const pathOf = (id: string) => `/search/photos/${id}?${address}`;
  const viewing: Viewing = {
    back: `/search?${address}`,
    tiles: useMemo(() => groups.flatMap((group) => group.tiles), [groups]),
    pathOf,
    more: finds.more,
  };

  return (
    <Page title={words.title}>
      <SearchBox
        text={text}
        chips={chipsOf(filters)}
        takeFocus={state?.focus === true || (start && !viewed)}
        onText={setText}
        onSubmit={() => change({})}
        onPick={(suggestion) => change(asked(suggestion))}
        onRemove={(chip) => change(chip.without)}
        onClear={clear}
      />
      <FilterRow filters={filters} onChange={change} />
      {finds.error && <ProblemNotice error={finds.error} onRetry={() => void finds.refetch()} />}
      {finds.isLoading && <Waiting />}
      <p className={styles.count} role="status">
        {!start && finds.data && !finds.stale && count > 0 && words.found(count, finds.hasNextPage)}
        {!start && finds.data && !finds.stale && count === 0 && (
          <span className="visually-hidden">{words.nothingTitle}</span>
        )}
      </p>
      {start && <Start />}
      {!start && finds.data && !finds.stale && count === 0 && <Nothing onClear={clear} />}
      {!start && count > 0 && (
        <div className={styles.finds} data-stale={finds.stale || undefined}>
          <MediaGrid label={words.results} groups={groups} onEnd={finds.more} viewed={viewed}>
            {(tile) => <TileLink tile={tile} to={pathOf(tile.id)} onBroken={finds.renew} />}
          </MediaGrid>
        </div>
      )}
      <Outlet context={viewing} />
    </Page>
  );
}

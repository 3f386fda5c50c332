import { useMemo } from 'react';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { MediaGrid } from '@/components/media/media-grid';
import { TileLink } from '@/components/media/tile-link';
import { useRenew } from '@/components/media/use-renew';
import type { Viewing } from '@/components/media/viewing';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { formatDay } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useMemories } from '../api/use-memories';
import { dayIn, isDay, localDay, type MemoryYear } from '../lib/memory';
import styles from './memory-page.module.css';

const words = texts.memories;

function useMemory() {
  const { year = '' } = useParams();
  const [query] = useSearchParams();
  const asked = query.get('on');
  const on = isDay(asked) ? asked : localDay(new Date());
  const memories = useMemories(on);
  return { memories, on, year: Number(year) };
}

function Years({ years, on, shown }: { years: MemoryYear[]; on: string; shown: number }) {
  if (years.length < 2) return null;
  return (
    <nav className={styles.years} aria-label={words.others}>
      {years.map(({ year }) => (
        <Link
          key={year}
          to={`/memories/${year}?on=${on}`}
          className={styles.year}
          aria-current={year === shown ? 'page' : undefined}
          replace
        >
          {year}
        </Link>
      ))}
    </nav>
  );
}

function Gone() {
  return (
    <EmptyState
      art={<PrintStack />}
      title={words.goneTitle}
      action={<ButtonLink to="/">{words.back}</ButtonLink>}
    >
      {words.gone}
    </EmptyState>
  );
}

/** What was taken on one day of the year, in one year past; stays mounted below the viewer. */
export function MemoryPage() {
  const { memories, on, year } = useMemory();
  const viewed = useParams().id;
  const renew = useRenew(() => void memories.refetch());
  const memory = memories.data?.find((other) => other.year === year);
  const groups = useMemo(() => [{ key: 'memory', tiles: memory?.tiles ?? [] }], [memory]);
  const day = dayIn(year, on);
  const pathOf = (id: string) => `/memories/${year}/photos/${id}?on=${on}`;
  const viewing: Viewing = {
    back: `/memories/${year}?on=${on}`,
    tiles: memory?.tiles ?? [],
    pathOf,
  };
  const hidden = memory ? memory.count - memory.tiles.length : 0;

  return (
    <Page
      title={words.title(words.yearsAgo(Number(on.slice(0, 4)) - year))}
      lead={memory && `${formatDay(new Date(`${day}T00:00:00Z`))} · ${words.count(memory.count)}`}
    >
      {memories.isPending && <Waiting />}
      {memories.error && (
        <ProblemNotice error={memories.error} onRetry={() => void memories.refetch()} />
      )}
      {memories.data && !memory && <Gone />}
      {memory && (
        <>
          <Years years={memories.data ?? []} on={on} shown={year} />
          <MediaGrid label={words.strip} groups={groups} viewed={viewed}>
            {(tile) => <TileLink tile={tile} to={pathOf(tile.id)} onBroken={renew} />}
          </MediaGrid>
          {hidden > 0 && (
            <p className={styles.all}>
              <ButtonLink look="outline" to={`/search?from=${day}&to=${day}`}>
                {words.all(memory.count)}
              </ButtonLink>
            </p>
          )}
        </>
      )}
      <Outlet context={viewing} />
    </Page>
  );
}

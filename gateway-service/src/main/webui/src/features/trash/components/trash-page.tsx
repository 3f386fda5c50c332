import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Button, ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { MediaGrid } from '@/components/media/media-grid';
import { useRenew } from '@/components/media/use-renew';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { showToast } from '@/components/toast';
import { Waiting } from '@/components/waiting';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import {
  type Chosen,
  type Outcome,
  usePurge,
  useRestore,
  useTrash,
  useTrashAgain,
} from '../api/trash-queries';
import { type TrashedTile, trashedTiles } from '../lib/trash';
import { PurgeDialog } from './purge-dialog';
import { TrashBar } from './trash-bar';
import styles from './trash-page.module.css';
import { TrashTile } from './trash-tile';
import { useChosen } from './use-chosen';

const words = texts.trash;

function tell(text: string, { failed }: Outcome, undo?: () => void): void {
  showToast({
    text: failed > 0 ? `${text} ${words.partly(failed)}` : text,
    tone: failed > 0 ? 'problem' : 'plain',
    action: undo && { label: texts.app.undo, run: undo, undoes: true },
    key: 'trash',
  });
}

/** Restores with an undo, deletes for ever without. */
function useChanges(onDone: () => void) {
  const restoring = useRestore();
  const purging = usePurge();
  const again = useTrashAgain();
  return {
    busy: restoring.isPending || purging.isPending,
    error: restoring.error ?? purging.error ?? again.error,
    restore: (chosen: Chosen) =>
      restoring.mutate(chosen, {
        onSuccess: (outcome) => {
          onDone();
          const undo = chosen === 'all' ? undefined : () => again.mutate(chosen);
          tell(words.restored(outcome.done), outcome, undo);
        },
      }),
    purge: (chosen: Chosen, onEnd: () => void) =>
      purging.mutate(chosen, {
        onSuccess: (outcome) => {
          onDone();
          tell(words.deleted(outcome.done), outcome);
        },
        onSettled: onEnd,
      }),
  };
}

function useEscape(active: boolean, onEscape: () => void): void {
  const escape = useEffectEvent(onEscape);
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) escape();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}

/** What was deleted in the last thirty days, to be brought back or dropped for ever. */
export function TrashPage() {
  const trash = useTrash();
  const { data, dataUpdatedAt, hasNextPage, isFetching, fetchNextPage, refetch } = trash;
  const tiles = useMemo(() => trashedTiles(data?.pages ?? []), [data]);
  const groups = useMemo(() => [{ key: 'trash', tiles }], [tiles]);
  const { chosen, isChosen, select, selectAll, clear } = useChosen(tiles);
  const [asking, setAsking] = useState<Chosen>();
  const changes = useChanges(clear);
  const renew = useRenew(useCallback(() => void refetch(), [refetch]));
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  useEscape(chosen.length > 0 && !asking, clear);

  const first = data?.pages[0];
  const count = first?.count ?? 0;
  const lead =
    first && count > 0 && words.lead(texts.library.count(count), formatBytes(first.sizeBytes));
  return (
    <Page
      title={words.title}
      lead={lead}
      action={
        count > 0 && (
          <div className={styles.actions}>
            <Button look="outline" busy={changes.busy} onClick={() => changes.restore('all')}>
              {words.restoreAll}
            </Button>
            <Button look="danger" busy={changes.busy} onClick={() => setAsking('all')}>
              {words.emptyIt}
            </Button>
          </div>
        )
      }
    >
      {trash.isPending && <Waiting />}
      {trash.error && <ProblemNotice error={trash.error} onRetry={() => void refetch()} />}
      {changes.error && <ProblemNotice error={changes.error} />}
      {data && tiles.length === 0 && (
        <EmptyState
          art={<PrintStack />}
          title={words.emptyTitle}
          action={
            <ButtonLink look="outline" to="/">
              {words.back}
            </ButtonLink>
          }
        >
          {words.empty}
        </EmptyState>
      )}
      {tiles.length > 0 && (
        <>
          <p className={styles.note}>{words.days}</p>
          <MediaGrid label={words.title} groups={groups} onEnd={more}>
            {(tile) => (
              <TrashTile
                tile={tile as TrashedTile}
                now={dataUpdatedAt}
                selected={isChosen(tile.id)}
                onSelect={select}
                onBroken={renew}
              />
            )}
          </MediaGrid>
        </>
      )}
      {chosen.length > 0 && (
        <TrashBar
          count={chosen.length}
          busy={changes.busy}
          onClear={clear}
          onSelectAll={selectAll}
          onRestore={() => changes.restore(chosen)}
          onPurge={() => setAsking(chosen)}
        />
      )}
      {asking && (
        <PurgeDialog
          chosen={asking}
          busy={changes.busy}
          onConfirm={() => changes.purge(asking, () => setAsking(undefined))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Page>
  );
}

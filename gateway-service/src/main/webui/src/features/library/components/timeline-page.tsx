import { type ReactNode, useEffect, useMemo, useReducer } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { readFilmDraft, writeFilmDraft } from '@/lib/film-draft';
import { texts } from '@/lib/texts';
import { nothingSelected, selectionReducer } from '../lib/selection';
import type { Tile } from '../lib/tile';
import { SelectionBar } from './selection-bar';
import { SelectionContext } from './selection-context';
import { TimelineContext } from './timeline-context';
import { TimelineGrid } from './timeline-grid';
import { useTimeline } from './use-timeline';

interface TimelinePageProps {
  /** True while a photo is shown on top: its keys are not the timeline's. */
  covered: boolean;
  /** What is shown on top. */
  children: ReactNode;
}

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

export function TimelinePage({ covered, children }: TimelinePageProps) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const picking = params.get('pick') === 'film';
  const { sections, want, error, retry } = useTimeline();
  const [selection, dispatch] = useReducer(selectionReducer, nothingSelected, (none) =>
    picking ? selectionReducer(none, { type: 'replace', ids: readFilmDraft() }) : none,
  );

  const tiles = useMemo(() => sections?.flatMap((section) => section.tiles ?? []) ?? [], [sections]);
  const order = useMemo(() => tiles.map((tile) => tile.id), [tiles]);
  const context = useMemo(() => ({ selection, order, dispatch }), [selection, order]);
  const timeline = useMemo(() => ({ sections: sections ?? [], tiles, want }), [sections, tiles, want]);
  const count = sections?.reduce((sum, section) => sum + section.count, 0) ?? 0;
  const known = useMemo(() => new Map(tiles.map((tile) => [tile.id, tile])), [tiles]);
  // An id that no loaded month holds was picked earlier, as a photo.
  const photos = [...selection.ids].filter((id) => {
    const tile = known.get(id);
    return !tile || isFilmable(tile);
  });

  useEscape(!covered && selection.ids.size > 0, () => dispatch({ type: 'clear' }));

  function makeFilm() {
    // Chosen newest first, told oldest first; what was in the draft keeps its place.
    const draft = readFilmDraft().filter((id) => picking && selection.ids.has(id));
    const added = photos.filter((id) => !draft.includes(id));
    const rank = new Map(order.map((id, index) => [id, index]));
    added.sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
    writeFilmDraft([...draft, ...added]);
    void navigate('/films/new');
  }

  return (
    <TimelineContext value={timeline}>
      <SelectionContext value={context}>
        <Page
          title={texts.library.title}
          lead={picking ? texts.library.pickForFilm : count > 0 && texts.library.count(count)}
        >
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
          {sections && count > 0 && <TimelineGrid sections={sections} want={want} />}
        </Page>
        {selection.ids.size > 0 && (
          <SelectionBar
            count={selection.ids.size}
            photos={photos.length}
            onClear={() => dispatch({ type: 'clear' })}
            onMakeFilm={makeFilm}
          />
        )}
        {children}
      </SelectionContext>
    </TimelineContext>
  );
}

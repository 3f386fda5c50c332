import { Button, ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import { useFilms } from '../api/film-queries';
import { FilmCard } from './film-card';
import styles from './films-page.module.css';

export function FilmsPage() {
  const { data, dataUpdatedAt, isPending, error, refetch, ...paging } = useFilms();
  const films = data?.pages.flatMap(({ items }) => items) ?? [];
  if (isPending) return <Waiting />;
  if (data && films.length === 0) {
    return (
      <Page title={texts.films.title}>
        <EmptyState
          art={<PrintStack />}
          title={texts.films.emptyTitle}
          action={<ButtonLink to="/">{texts.films.pickPhotos}</ButtonLink>}
        >
          {texts.films.empty}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={texts.films.title}
      lead={texts.films.lead}
      action={
        <ButtonLink look="outline" to="/">
          {texts.films.pickPhotos}
        </ButtonLink>
      }
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <ul className={styles.grid} aria-label={texts.films.title}>
        {films.map((film) => (
          <FilmCard key={film.id} film={film} now={dataUpdatedAt} />
        ))}
      </ul>
      {paging.hasNextPage && (
        <div className={styles.more}>
          <Button
            look="outline"
            busy={paging.isFetchingNextPage}
            onClick={() => void paging.fetchNextPage()}
          >
            {texts.films.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

import { ArrowLeft } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { ProgressBar } from '@/components/progress-bar';
import { Waiting } from '@/components/waiting';
import type { Video } from '@/lib/api/contract';
import { formatAgo, formatBytes, formatDuration } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useFilm } from '../api/film-queries';
import { isInTheMaking } from '../lib/film-status';
import { FilmActions } from './film-actions';
import styles from './film-page.module.css';
import { FilmPlayer } from './film-player';

export function FilmPage() {
  const { id = '' } = useParams();
  const film = useFilm(id);
  if (film.data) {
    return (
      <Film key={id} film={film.data} now={film.dataUpdatedAt} onRefresh={() => film.refetch()} />
    );
  }
  if (film.isPending) return <Waiting />;
  return (
    <Page title={texts.films.title}>
      {toProblem(film.error).status === 404 ? (
        <EmptyState
          art={<PrintStack />}
          title={texts.films.removedTitle}
          action={<ButtonLink to="/films">{texts.films.allFilms}</ButtonLink>}
        >
          {texts.problems.notFound}
        </EmptyState>
      ) : (
        <ProblemNotice error={film.error} onRetry={() => void film.refetch()} />
      )}
    </Page>
  );
}

interface FilmProps {
  film: Video;
  /** When it was asked for; its age is told from here. */
  now: number;
  onRefresh: () => Promise<{ data: Video | undefined }>;
}

function Film({ film, now, onRefresh }: FilmProps) {
  const navigate = useNavigate();
  return (
    <div className={styles.film}>
      <Link className={styles.back} to="/films">
        <ArrowLeft size={16} aria-hidden="true" />
        {texts.films.allFilms}
      </Link>
      <Page
        title={film.title}
        lead={facts(film, now)}
        action={
          <FilmActions
            film={film}
            onChanged={() => void onRefresh()}
            onGone={() => navigate('/films', { replace: true })}
          />
        }
      >
        <Stage film={film} onRefresh={onRefresh} />
      </Page>
    </div>
  );
}

function facts(film: Video, now: number): string {
  const { photoCount, durationMs, sizeBytes, options, createdAt } = film;
  return [
    texts.films.photoCount(photoCount),
    formatDuration(durationMs),
    options.resolution,
    ...(sizeBytes ? [formatBytes(sizeBytes)] : []),
    formatAgo(createdAt, now),
  ].join(' · ');
}

function Stage({ film, onRefresh }: Omit<FilmProps, 'now'>) {
  if (film.status === 'READY' && film.playbackUrl) {
    return (
      <FilmPlayer
        title={film.title}
        url={film.playbackUrl}
        poster={film.posterUrl}
        renew={async () => (await onRefresh()).data?.playbackUrl}
      />
    );
  }
  return (
    <div className={styles.stage}>
      <p className={styles.status} role="status">
        {film.status === 'FAILED' ? texts.films.failedTitle : texts.films.statuses[film.status]}
      </p>
      {isInTheMaking(film) && <Making film={film} />}
      {film.status === 'FAILED' && film.failure && <p>{film.failure.detail}</p>}
      {film.status === 'CANCELLED' && <p>{texts.films.cancelled}</p>}
    </div>
  );
}

function Making({ film: { status, progress } }: { film: Video }) {
  const known = status === 'RENDERING';
  return (
    <>
      <div className={styles.progress}>
        <ProgressBar label={texts.films.progress} percent={known ? progress : undefined} />
        {known && <span className={styles.percent}>{texts.films.percent(progress)}</span>}
      </div>
      <p className={styles.soft}>{texts.films.waiting}</p>
    </>
  );
}

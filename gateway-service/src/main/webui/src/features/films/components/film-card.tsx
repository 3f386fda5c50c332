import { CircleAlert, Clapperboard, Play } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProgressBar } from '@/components/progress-bar';
import type { Video } from '@/lib/api/contract';
import { formatAgo, formatDuration } from '@/lib/format';
import { texts } from '@/lib/texts';
import { isInTheMaking } from '../lib/film-status';
import styles from './film-card.module.css';

interface FilmCardProps {
  film: Video;
  /** When it was asked for; its age is told from here. */
  now: number;
}

export function FilmCard({ film, now }: FilmCardProps) {
  const status = texts.films.statuses[film.status];
  const ready = film.status === 'READY';
  return (
    <li>
      <Link
        className={styles.card}
        to={`/films/${film.id}`}
        aria-label={texts.films.named(film.title, status)}
      >
        <span className={styles.screen}>
          <Poster film={film} />
          {ready && <span className={styles.length}>{formatDuration(film.durationMs)}</span>}
          {isInTheMaking(film) && (
            <span className={styles.progress}>
              <ProgressBar
                label={texts.films.progress}
                percent={film.status === 'RENDERING' ? film.progress : undefined}
              />
            </span>
          )}
        </span>
        <span className={styles.title}>{film.title}</span>
        <span className={styles.facts} data-status={film.status}>
          {ready ? texts.films.photoCount(film.photoCount) : status} ·{' '}
          {formatAgo(film.createdAt, now)}
        </span>
      </Link>
    </li>
  );
}

function Poster({ film: { status, posterUrl } }: { film: Video }) {
  const [broken, setBroken] = useState<string>();
  if (status === 'READY' && posterUrl && posterUrl !== broken) {
    return (
      <>
        <img
          className={styles.poster}
          src={posterUrl}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(posterUrl)}
        />
        <span className={styles.play}>
          <Play size={22} aria-hidden="true" />
        </span>
      </>
    );
  }
  const Icon = status === 'FAILED' ? CircleAlert : Clapperboard;
  return <Icon size={36} strokeWidth={1.25} aria-hidden="true" />;
}

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import type { Video } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useDropFilm, useFilmDownload, useRetryFilm } from '../api/film-queries';
import { isInTheMaking } from '../lib/film-status';
import styles from './film-actions.module.css';

interface FilmActionsProps {
  film: Video;
  onChanged: () => void;
  onGone: () => void;
}

/** What can be done with a film as it stands. */
export function FilmActions({ film, onChanged, onGone }: FilmActionsProps) {
  const download = useFilmDownload(film.id);
  const retry = useRetryFilm(film.id);
  const drop = useDropFilm(film.id);
  const making = isInTheMaking(film);
  const error = download.error ?? retry.error ?? drop.error;
  return (
    <div className={styles.actions}>
      {film.status === 'READY' && (
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          <Download size={18} aria-hidden="true" />
          {texts.films.download}
        </Button>
      )}
      {film.status === 'FAILED' && (
        <Button busy={retry.isPending} onClick={() => retry.mutate()}>
          {texts.films.retry}
        </Button>
      )}
      {making ? (
        <Button
          look="outline"
          busy={drop.isPending}
          onClick={() => drop.mutate(undefined, { onSuccess: onChanged })}
        >
          {texts.films.cancelFilm}
        </Button>
      ) : (
        <Removal
          busy={drop.isPending}
          onConfirm={() => drop.mutate(undefined, { onSuccess: onGone })}
        />
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  );
}

function Removal({ busy, onConfirm }: { busy: boolean; onConfirm: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look="danger" onClick={() => setAsking(true)}>
        {texts.films.remove}
      </Button>
    );
  }
  return (
    <div className={styles.asking} role="group" aria-label={texts.films.removeSure}>
      <p>{texts.films.removeSure}</p>
      {/* The button that was pressed is gone; the harmless answer takes its focus. */}
      <Button look="outline" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
        {texts.films.keep}
      </Button>
      <Button look="danger" busy={busy} onClick={onConfirm}>
        {texts.films.remove}
      </Button>
    </div>
  );
}

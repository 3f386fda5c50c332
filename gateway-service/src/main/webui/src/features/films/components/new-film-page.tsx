import { Clapperboard } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button, ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { TextField } from '@/components/text-field';
import { formatDuration } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useCreateFilm } from '../api/film-queries';
import { usePickedMedia } from '../api/media-queries';
import { filmLengthMs, maxPhotos, minPhotos, pickedIds, refusedPositions } from '../lib/storyboard';
import { defaultWishes, FilmOptions, type FilmWishes } from './film-options';
import styles from './new-film-page.module.css';
import { Storyboard } from './storyboard';

export function NewFilmPage() {
  const [search] = useSearchParams();
  const location = useLocation();
  const [picked, setPicked] = useState(() => pickedIds(search, location.state));
  if (picked.length === 0) {
    return (
      <Page title={texts.films.newFilm}>
        <EmptyState
          art={<PrintStack />}
          title={texts.films.nothingPicked}
          action={<ButtonLink to="/">{texts.films.pickPhotos}</ButtonLink>}
        >
          {texts.films.nothingPickedHint}
        </EmptyState>
      </Page>
    );
  }
  return <FilmMaker picked={picked} onPickedChange={setPicked} />;
}

interface FilmMakerProps {
  picked: readonly string[];
  onPickedChange: (ids: string[]) => void;
}

function FilmMaker({ picked, onPickedChange }: FilmMakerProps) {
  const navigate = useNavigate();
  const media = usePickedMedia(picked);
  const create = useCreateFilm();
  const [title, setTitle] = useState('');
  const [wishes, setWishes] = useState<FilmWishes>(defaultWishes);
  const [asked, setAsked] = useState(false);

  const known = media.data;
  const photos = known
    ? picked.filter((id) => known.get(id)?.kind === 'PHOTO' && known.get(id)?.state === 'READY')
    : picked;
  const leftOut = picked.length - photos.length;
  const titleError = asked && title.trim() === '' ? texts.films.titleMissing : undefined;
  const countError = countProblem(photos.length);
  const refused = create.error ? toProblem(create.error).errors.map(({ path }) => path) : [];

  const change = (ids: string[]) => {
    create.reset();
    onPickedChange(ids);
  };
  const submit = () => {
    setAsked(true);
    if (title.trim() === '' || countError) return;
    create.mutate(
      {
        title: title.trim(),
        source: { mediaIds: [...photos] },
        options: { ...wishes, order: 'GIVEN' },
      },
      { onSuccess: (film) => navigate(`/films/${film.id}`, { replace: true }) },
    );
  };

  return (
    <Page title={texts.films.newFilm} lead={texts.films.reorderHint}>
      <form
        className={styles.maker}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles.board}>
          {leftOut > 0 && <p className={styles.notice}>{texts.films.leftOut(leftOut)}</p>}
          {media.error && (
            <ProblemNotice error={media.error} onRetry={() => void media.refetch()} />
          )}
          <Storyboard ids={photos} refused={refusedPositions(refused)} onChange={change} />
        </div>
        <div className={styles.side}>
          <TextField
            label={texts.films.filmTitle}
            placeholder={texts.films.titlePlaceholder}
            value={title}
            maxLength={200}
            error={titleError}
            onChange={({ target }) => setTitle(target.value)}
          />
          <FilmOptions wishes={wishes} onChange={setWishes} />
          <p className={styles.length}>
            <Clapperboard size={18} aria-hidden="true" />
            <span>
              {texts.films.photoCount(photos.length)} ·{' '}
              {texts.films.length(
                formatDuration(filmLengthMs(photos.length, wishes.secondsPerPhoto)),
              )}
            </span>
          </p>
          {countError && <p className={styles.problem}>{countError}</p>}
          {create.error && <ProblemNotice error={create.error} />}
          <Button type="submit" busy={create.isPending} disabled={countError !== undefined}>
            {texts.films.create}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function countProblem(count: number): string | undefined {
  if (count < minPhotos) return texts.films.needTwo;
  return count > maxPhotos ? texts.films.tooMany(maxPhotos) : undefined;
}

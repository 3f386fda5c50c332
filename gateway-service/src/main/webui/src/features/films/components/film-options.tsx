import { useId } from 'react';
import type { VideoWishes } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useSounds } from '../api/media-queries';
import { Choice } from './choice';
import styles from './film-options.module.css';

export type FilmWishes = Required<
  Pick<VideoWishes, 'aspect' | 'resolution' | 'secondsPerPhoto' | 'transition'>
> &
  Pick<VideoWishes, 'musicMediaId'>;

export const defaultWishes: FilmWishes = {
  aspect: '16:9',
  resolution: '1080p',
  secondsPerPhoto: 3,
  transition: 'CROSSFADE',
};

const aspects = ['16:9', '9:16', '1:1'] as const;
const resolutions = ['1080p', '720p'] as const;
const transitions = ['CROSSFADE', 'NONE'] as const;

interface FilmOptionsProps {
  wishes: FilmWishes;
  onChange: (wishes: FilmWishes) => void;
}

export function FilmOptions({ wishes, onChange }: FilmOptionsProps) {
  const set = (change: Partial<FilmWishes>) => onChange({ ...wishes, ...change });
  return (
    <>
      <Seconds
        value={wishes.secondsPerPhoto}
        onChange={(secondsPerPhoto) => set({ secondsPerPhoto })}
      />
      <Choice
        label={texts.films.transition}
        values={transitions}
        names={texts.films.transitions}
        value={wishes.transition}
        onChange={(transition) => set({ transition })}
      />
      <Choice
        label={texts.films.aspect}
        values={aspects}
        names={texts.films.aspects}
        value={wishes.aspect}
        onChange={(aspect) => set({ aspect })}
      />
      <Choice
        label={texts.films.resolution}
        values={resolutions}
        names={texts.films.resolutions}
        value={wishes.resolution}
        onChange={(resolution) => set({ resolution })}
      />
      <Music value={wishes.musicMediaId} onChange={(musicMediaId) => set({ musicMediaId })} />
    </>
  );
}

function Seconds({ value, onChange }: { value: number; onChange: (seconds: number) => void }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <label className={styles.label} htmlFor={id}>
          {texts.films.secondsPerPhoto}
        </label>
        <output className={styles.value} htmlFor={id}>
          {texts.films.seconds(value)}
        </output>
      </div>
      <input
        id={id}
        className={styles.range}
        type="range"
        min={1}
        max={15}
        step={0.5}
        value={value}
        aria-valuetext={texts.films.seconds(value)}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </div>
  );
}

interface MusicProps {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function Music({ value, onChange }: MusicProps) {
  const id = useId();
  const { data: sounds = [], isSuccess } = useSounds();
  const none = isSuccess && sounds.length === 0;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {texts.films.music}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value ?? ''}
        disabled={none}
        aria-describedby={none ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{texts.films.noMusic}</option>
        {sounds.map((sound) => (
          <option key={sound.id} value={sound.id}>
            {sound.name}
          </option>
        ))}
      </select>
      {none && (
        <p id={`${id}-hint`} className={styles.hint}>
          {texts.films.noSounds}
        </p>
      )}
    </div>
  );
}

import { X } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { texts } from '@/lib/texts';
import { type Filters, isFiltered, withFilters } from '../../lib/filters';
import styles from './filter-chips.module.css';

type Changes = Parameters<typeof withFilters>[1];

const nothing: Changes = {
  favorite: undefined,
  archived: undefined,
  kind: undefined,
  tag: undefined,
};

interface Chip {
  name: keyof typeof texts.library.filterNames;
  on: (filters: Filters) => boolean;
  /** What it changes when it is turned on, and when off. */
  changes: (on: boolean) => Changes;
}

function kindChip(kind: 'PHOTO' | 'VIDEO' | 'SOUND'): Chip {
  return {
    name: kind,
    on: (filters) => filters.kind === kind,
    changes: (on) => ({ kind: on ? kind : undefined }),
  };
}

const chips: Chip[] = [
  { name: 'all', on: (filters) => !isFiltered(filters), changes: () => nothing },
  {
    name: 'favorite',
    on: ({ favorite }) => favorite === true,
    changes: (on) => ({ favorite: on ? true : undefined }),
  },
  kindChip('PHOTO'),
  kindChip('VIDEO'),
  kindChip('SOUND'),
  {
    name: 'archived',
    on: ({ archived }) => archived === true,
    changes: (on) => ({ archived: on ? true : undefined }),
  },
];

/** What of the library is shown; the choice is in the address, so that it can be gone back to. */
export function FilterChips({ filters }: { filters: Filters }) {
  const [params, setParams] = useSearchParams();
  const change = (changes: Changes) => {
    setParams(withFilters(params, changes), { preventScrollReset: true });
  };
  return (
    <div className={styles.chips} role="group" aria-label={texts.library.filters}>
      {chips.map((chip) => (
        <button
          key={chip.name}
          type="button"
          className={styles.chip}
          aria-pressed={chip.on(filters)}
          onClick={() => change(chip.changes(!chip.on(filters)))}
        >
          {texts.library.filterNames[chip.name]}
        </button>
      ))}
      {filters.tag !== undefined && (
        <button
          type="button"
          className={styles.chip}
          aria-label={texts.library.clearTag(filters.tag)}
          aria-pressed
          onClick={() => change({ tag: undefined })}
        >
          {texts.library.tagged(filters.tag)}
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  Clapperboard,
  Download,
  Heart,
  type LucideIcon,
  MapPin,
  Tags,
  Trash2,
  X,
} from 'lucide-react';
import { useMemo } from 'react';
import { Button, IconButton } from '@/components/button';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useSelectionSize } from '../../api/use-selection-size';
import type { Tile } from '@/components/media/tile';
import { DateDialog } from '../editing/date-dialog';
import { PlaceDialog } from '../editing/place-dialog';
import { TagsDialog } from '../editing/tags-dialog';
import styles from './selection-bar.module.css';
import type { SelectionActions } from './use-selection-actions';

interface SelectionBarProps {
  tiles: readonly Tile[];
  /** More is on its way into the selection. */
  busy: boolean;
  actions: SelectionActions;
  onClear: () => void;
}

function isFilmable(tile: Tile): boolean {
  return tile.kind === 'PHOTO' && tile.state === 'READY';
}

function Count({ tiles, busy }: { tiles: readonly Tile[]; busy: boolean }) {
  const ids = useMemo(() => tiles.map(({ id }) => id), [tiles]);
  const size = useSelectionSize(ids);
  return (
    <p className={styles.count}>
      <span role="status">
        {busy ? texts.library.selecting : texts.library.selected(tiles.length)}
      </span>
      <span className={styles.size}>{size === undefined ? '' : formatBytes(size)}</span>
    </p>
  );
}

interface Item {
  id: string;
  label: string;
  Icon: LucideIcon;
  run: () => void;
  pressed?: boolean;
}

function itemsOf(tiles: readonly Tile[], actions: SelectionActions): Item[] {
  const favorite = tiles.length > 0 && tiles.every((tile) => tile.favorite);
  const archived = tiles.length > 0 && tiles.every((tile) => tile.archived);
  return [
    {
      id: 'favorite',
      label: favorite ? texts.library.unfavorite : texts.library.favorite,
      Icon: Heart,
      pressed: favorite,
      run: () => actions.favorite(tiles),
    },
    {
      id: 'archive',
      label: archived ? texts.library.unarchive : texts.library.archive,
      Icon: archived ? ArchiveRestore : Archive,
      run: () => actions.archive(tiles),
    },
    { id: 'tag', label: texts.library.tag, Icon: Tags, run: () => actions.openDialog('tags') },
    {
      id: 'editDate',
      label: texts.library.editDate,
      Icon: CalendarClock,
      run: () => actions.openDialog('date'),
    },
    {
      id: 'editPlace',
      label: texts.library.editPlace,
      Icon: MapPin,
      run: () => actions.openDialog('place'),
    },
    {
      id: 'download',
      label: texts.library.download,
      Icon: Download,
      run: actions.download,
    },
    { id: 'trash', label: texts.library.trash, Icon: Trash2, run: () => actions.trash(tiles) },
  ];
}

function Dialogs({ tiles, actions }: { tiles: readonly Tile[]; actions: SelectionActions }) {
  const common = { tiles, onApply: actions.apply, onClose: actions.closeDialog };
  if (actions.dialog === 'date') return <DateDialog {...common} />;
  if (actions.dialog === 'place') return <PlaceDialog {...common} />;
  return actions.dialog === 'tags' && <TagsDialog {...common} />;
}

export function SelectionBar({ tiles, busy, actions, onClear }: SelectionBarProps) {
  const photos = tiles.filter(isFilmable).length;
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={texts.library.selectedItems}>
        <IconButton
          label={texts.library.clearSelection}
          icon={<X size={20} />}
          onClick={onClear}
          className={styles.clear ?? ''}
        />
        <Count tiles={tiles} busy={busy} />
        <div className={styles.icons}>
          {itemsOf(tiles, actions).map(({ id, label, Icon, run, pressed }) => (
            <IconButton
              key={id}
              className={styles.item}
              label={label}
              icon={<Icon size={19} fill={pressed ? 'currentColor' : 'none'} aria-hidden="true" />}
              aria-pressed={pressed}
              disabled={busy}
              onClick={run}
            />
          ))}
        </div>
        <Button
          className={styles.film}
          onClick={actions.makeFilm}
          disabled={photos < 2 || busy}
          title={photos < 2 ? texts.library.makeFilmHint : undefined}
        >
          <Clapperboard size={18} aria-hidden="true" />
          {texts.library.makeFilm}
        </Button>
      </div>
      <Dialogs tiles={tiles} actions={actions} />
    </>
  );
}

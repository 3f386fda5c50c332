import { texts } from '@/lib/texts';
import type { Media } from '@/lib/api/contract';
import type { Tile } from '@/components/media/tile';
import { DateEntry, PlaceEntry } from './date-and-place';
import { Facts } from './facts';
import styles from './info-panel.module.css';
import { RatingEntry } from './rating-entry';
import { TagsEntry } from './tags-entry';
import { TextEntry } from './text-entry';
import { usePatch } from './use-patch';
import { Versions } from './versions';

interface InfoPanelProps {
  media: Media;
  tile: Tile | undefined;
}

/** What is known of a medium and can be changed; all text from files is shown as plain text. */
export function InfoPanel({ media, tile }: InfoPanelProps) {
  const patch = usePatch(media.id, tile);
  return (
    <aside className={styles.panel} aria-label={texts.viewer.info}>
      <h2 className={styles.title}>{texts.viewer.info}</h2>
      <dl className={styles.entries}>
        <TextEntry name="title" value={media.title} patch={patch} />
        <TextEntry name="description" value={media.description} patch={patch} long />
        <RatingEntry rating={media.rating} patch={patch} />
        <TagsEntry tags={media.tags ?? []} patch={patch} />
        <DateEntry media={media} patch={patch} />
        <PlaceEntry place={media.place} patch={patch} />
        <Facts media={media} />
      </dl>
      <Versions media={media} />
    </aside>
  );
}

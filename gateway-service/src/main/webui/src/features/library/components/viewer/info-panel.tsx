import type { ReactNode } from 'react';
import type { Media } from '@/lib/api/contract';
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatOffset,
  formatPlace,
  formatTime,
  localClock,
} from '@/lib/format';
import { texts } from '@/lib/texts';
import styles from './info-panel.module.css';

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.entry}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function exposure(camera: NonNullable<Media['camera']>): string {
  const { exposureSeconds, fNumber, iso, focalLengthMillimeters } = camera;
  const shutter =
    exposureSeconds === undefined
      ? undefined
      : exposureSeconds < 1
        ? `1/${Math.round(1 / exposureSeconds)} s`
        : `${exposureSeconds} s`;
  return [
    shutter,
    fNumber === undefined ? undefined : `ƒ/${fNumber}`,
    iso === undefined ? undefined : `ISO ${iso}`,
    focalLengthMillimeters === undefined ? undefined : `${focalLengthMillimeters} mm`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function CameraEntry({ camera }: { camera: NonNullable<Media['camera']> }) {
  const { make = '', model = '' } = camera;
  const name = model.startsWith(make) ? model : `${make} ${model}`;
  return (
    <Entry term={texts.viewer.camera}>
      {name.trim()}
      {camera.lens && <small>{camera.lens}</small>}
      {exposure(camera) && <small>{exposure(camera)}</small>}
    </Entry>
  );
}

/** What is known of a medium; every text in it comes from the file and is shown as plain text. */
export function InfoPanel({ media }: { media: Media }) {
  const clock = localClock(media.takenAt, media.utcOffsetMinutes);
  const offset = media.utcOffsetMinutes;
  return (
    <aside className={styles.panel} aria-label={texts.viewer.info}>
      <h2 className={styles.title}>{texts.viewer.info}</h2>
      <dl className={styles.entries}>
        <Entry term={texts.viewer.date}>
          {formatDay(clock)}
          <small>
            {formatTime(clock)}
            {offset !== undefined && ` · ${formatOffset(offset)}`}
          </small>
        </Entry>
        {media.camera && <CameraEntry camera={media.camera} />}
        {media.place && (
          <Entry term={texts.viewer.place}>
            {formatPlace(media.place.latitude, media.place.longitude)}
          </Entry>
        )}
        {media.width !== undefined && media.height !== undefined && (
          <Entry term={texts.viewer.dimensions}>
            {media.width} × {media.height}
          </Entry>
        )}
        {media.durationMs !== undefined && (
          <Entry term={texts.viewer.duration}>{formatDuration(media.durationMs)}</Entry>
        )}
        <Entry term={texts.viewer.file}>
          {media.name}
          <small>{formatBytes(media.sizeBytes)}</small>
        </Entry>
      </dl>
    </aside>
  );
}

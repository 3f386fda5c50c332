import { formatBytes, formatDuration, formatMoment } from '@/lib/format';
import { texts } from '@/lib/texts';
import { cameraName, exposure, megapixels, soundFacts, videoFacts } from '../../lib/facts';
import type { Media } from '@/lib/api/contract';
import { Entry } from './entry';

function CameraEntry({ camera }: { camera: NonNullable<Media['camera']> }) {
  const settings = exposure(camera);
  return (
    <Entry term={texts.viewer.camera}>
      {cameraName(camera)}
      {camera.lens && <small>{camera.lens}</small>}
      {settings && <small>{settings}</small>}
    </Entry>
  );
}

function TrackEntries({ track }: { track: NonNullable<Media['track']> }) {
  const { title, artist, album } = track;
  const [video, sound] = [videoFacts(track), soundFacts(track)];
  return (
    <>
      {[title, artist, album].some(Boolean) && (
        <Entry term={texts.viewer.track}>
          {title ?? album}
          <small>{[artist, title && album].filter(Boolean).join(' · ')}</small>
        </Entry>
      )}
      {video && <Entry term={texts.viewer.video}>{video}</Entry>}
      {sound && <Entry term={texts.viewer.sound}>{sound}</Entry>}
    </>
  );
}

/** What the file itself tells, and cannot be changed. */
export function Facts({ media }: { media: Media }) {
  const { camera, track, width, height, durationMs } = media;
  return (
    <>
      {camera && <CameraEntry camera={camera} />}
      {width !== undefined && height !== undefined && (
        <Entry term={texts.viewer.dimensions}>
          {width} × {height}
          {media.kind === 'PHOTO' && (
            <small>{texts.viewer.megapixels(megapixels(width, height))}</small>
          )}
        </Entry>
      )}
      {durationMs !== undefined && (
        <Entry term={texts.viewer.duration}>{formatDuration(durationMs)}</Entry>
      )}
      {track && <TrackEntries track={track} />}
      <Entry term={texts.viewer.file}>
        {media.name}
        <small>
          {formatBytes(media.sizeBytes)} · {media.contentType}
        </small>
      </Entry>
      {media.uploadedAt && (
        <Entry term={texts.viewer.added}>{formatMoment(media.uploadedAt)}</Entry>
      )}
    </>
  );
}

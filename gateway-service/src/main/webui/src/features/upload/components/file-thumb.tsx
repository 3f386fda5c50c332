import { MediaThumb, type ThumbKind } from '@/components/media-thumb';
import type { UploadItem } from '../lib/queue/upload-item';

function kindOf(contentType: string): ThumbKind {
  if (contentType.startsWith('video/')) return 'VIDEO';
  return contentType.startsWith('audio/') ? 'SOUND' : 'PHOTO';
}

/**
 * The picture beside a file. Before the library has one, only JPEG is shown from the device:
 * browsers decode it straight to a small size, where a huge PNG would take all of its memory.
 */
export function FileThumb({ item }: { item: UploadItem }) {
  const { file, contentType, state, mediaId } = item;
  const local = contentType === 'image/jpeg' ? file : undefined;
  const known = state === 'done' || state === 'duplicate';
  return (
    <MediaThumb
      kind={kindOf(contentType)}
      mediaId={known && !local ? mediaId : undefined}
      local={local}
    />
  );
}

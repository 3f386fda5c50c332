import { MediaThumb, type ThumbKind } from '@/components/media-thumb';
import { contentTypeOf } from '../lib/content-type';
import type { UploadItem } from '../lib/upload-item';

function kindOf(contentType: string): ThumbKind {
  if (contentType.startsWith('video/')) return 'VIDEO';
  return contentType.startsWith('audio/') ? 'SOUND' : 'PHOTO';
}

/**
 * The picture beside a file. Before the library has one, only JPEG is shown from the device:
 * browsers decode it straight to a small size, where a huge PNG would take all of its memory.
 */
export function FileThumb({ item }: { item: UploadItem }) {
  const contentType = contentTypeOf(item.file);
  const local = contentType === 'image/jpeg' ? item.file : undefined;
  const known = item.state === 'done' || item.state === 'duplicate';
  return (
    <MediaThumb
      kind={kindOf(contentType)}
      mediaId={known && !local ? item.mediaId : undefined}
      local={local}
    />
  );
}

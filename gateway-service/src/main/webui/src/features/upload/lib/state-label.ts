import { texts } from '@/lib/texts';
import type { UploadItem } from './upload-item';

export function percentOf(item: UploadItem): number {
  return item.size > 0 ? Math.min(100, Math.floor((item.sent / item.size) * 100)) : 0;
}

export function stateLabel(item: UploadItem): string {
  const { states } = texts.upload;
  if (item.state === 'uploading') return states.uploading(percentOf(item));
  if (item.state === 'duplicate' && item.trashed) return states.duplicateTrashed;
  return states[item.state];
}

import { isSettled, type UploadItem } from './upload-item';

function rankOf({ state }: UploadItem): number {
  if (state === 'failed' || state === 'missing') return 0;
  if (state === 'uploading' || state === 'verifying' || state === 'processing') return 1;
  return isSettled(state) ? 3 : 2;
}

/** As they were added; of a list too long to show, first what needs a look and what is under way. */
export function arrange(items: readonly UploadItem[], limit: number): readonly UploadItem[] {
  if (items.length <= limit) return items;
  return items.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, limit);
}

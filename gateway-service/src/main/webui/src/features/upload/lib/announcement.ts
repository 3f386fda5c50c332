import { texts } from '@/lib/texts';
import { stateLabel } from './state-label';
import { isSettled, type UploadItem } from './upload-item';

const fewFiles = 3;

/** What changed between two looks at the queue, in words; empty when nothing worth telling did. */
export function announcement(
  before: readonly UploadItem[],
  after: readonly UploadItem[],
): string {
  const old = new Map(before.map((item) => [item.key, item.state]));
  const changed = after.filter((item) => old.get(item.key) !== item.state);
  if (changed.length === 0) return '';
  const failed = changed
    .filter((item) => item.state === 'failed')
    .map((item) => texts.upload.announceFailed(item.name, item.reason ?? ''));
  if (changed.length <= fewFiles) {
    const others = changed
      .filter((item) => item.state !== 'failed')
      .map((item) => texts.upload.announceStates(item.name, stateLabel(item)));
    return [...others, ...failed].join('. ');
  }
  const settled = after.filter((item) => isSettled(item.state)).length;
  return [texts.upload.announce(settled, after.length), ...failed].join('. ');
}

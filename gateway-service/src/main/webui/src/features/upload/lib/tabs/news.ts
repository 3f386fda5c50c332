import type { UploadSnapshot } from '../engine/uploads';
import type { UploadItem } from '../queue/upload-item';
import type { TabChannel } from './tab-channel';

/** Tells other tabs how uploads go: what changed, and not too often. */
export class News {
  private readonly channel: TabChannel;
  private readonly delayMs: number;
  private told = new Map<string, UploadItem>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest: UploadSnapshot | undefined;

  constructor(channel: TabChannel, delayMs: number) {
    this.channel = channel;
    this.delayMs = delayMs;
  }

  /** Everything, for a tab that knows nothing yet. */
  static whole(channel: TabChannel, { items, totals, trouble }: UploadSnapshot): void {
    const bare = items.map(withoutFile);
    channel.postMessage({ kind: 'news', items: bare, removed: [], totals, trouble, whole: true });
  }

  tell(snapshot: UploadSnapshot): void {
    this.latest = snapshot;
    this.timer ??= setTimeout(() => this.send(), this.delayMs);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private send(): void {
    this.timer = undefined;
    if (!this.latest) return;
    const { items, totals, trouble } = this.latest;
    const now = new Map(items.map((item) => [item.key, item]));
    const changed = items.filter((item) => this.told.get(item.key) !== item).map(withoutFile);
    const removed = [...this.told.keys()].filter((key) => !now.has(key));
    this.told = now;
    this.channel.postMessage({
      kind: 'news',
      items: changed,
      removed,
      totals,
      trouble,
      whole: false,
    });
  }
}

function withoutFile(item: UploadItem): UploadItem {
  return { ...item, file: undefined };
}

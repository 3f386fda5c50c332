type Listener = () => void;

/** What someone asked to have packed, before they have seen how large it is. */
export interface DownloadRequest {
  mediaIds: readonly string[];
  /** What the ZIP may be called. */
  name?: string | undefined;
}

/** The one request that is asked about, which any page may make. */
class DownloadRequests {
  private request: DownloadRequest | undefined;
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): DownloadRequest | undefined => this.request;

  set(request: DownloadRequest | undefined): void {
    this.request = request;
    for (const listener of this.listeners) listener();
  }
}

export const downloadRequests = new DownloadRequests();

/** Opens the dialog that tells the size and then starts the download. */
export function startDownload(mediaIds: readonly string[], name?: string): void {
  downloadRequests.set({ mediaIds, name });
}

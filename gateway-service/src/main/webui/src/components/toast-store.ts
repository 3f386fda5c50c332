/** A short message at the window's edge that goes away by itself. */
export interface ToastMessage {
  text: string;
  /** What can be done about it; what undoes has a key, too. */
  action?: { label: string; run: () => void; undoes?: boolean } | undefined;
  tone?: 'plain' | 'problem';
  /** How long it stays, not counting the time it is pointed at or has the focus. */
  seconds?: number;
  /** A later toast with the same key takes the place of the one shown. */
  key?: string;
}

export interface Toast extends ToastMessage {
  id: number;
}

/** The oldest gives way: more than this nobody reads. */
const maxShown = 3;

type Listener = () => void;

class ToastStore {
  private shown: readonly Toast[] = [];
  private regions: readonly string[] = [];
  private nextId = 1;
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getToasts = (): readonly Toast[] => this.shown;

  /** The region mounted last: a modal dialog's, which hides all others. */
  readonly getTopRegion = (): string | undefined => this.regions.at(-1);

  show(message: ToastMessage): number {
    const id = this.nextId++;
    const others = this.shown.filter(({ key }) => key === undefined || key !== message.key);
    this.set([...others, { ...message, id }].slice(-maxShown));
    return id;
  }

  dismiss(id: number): void {
    if (this.shown.some((toast) => toast.id === id)) {
      this.set(this.shown.filter((toast) => toast.id !== id));
    }
  }

  clear(): void {
    this.set([]);
  }

  /** Runs an action once; its toast is gone by then. */
  act(id: number): void {
    const action = this.shown.find((toast) => toast.id === id)?.action;
    this.dismiss(id);
    action?.run();
  }

  addRegion(region: string): () => void {
    this.regions = [...this.regions, region];
    this.tell();
    return () => {
      this.regions = this.regions.filter((other) => other !== region);
      this.tell();
    };
  }

  private set(toasts: readonly Toast[]): void {
    this.shown = toasts;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new ToastStore();

/** Shows a message from anywhere, be it a component or not; answers its id. */
export function showToast(message: ToastMessage): number {
  return toasts.show(message);
}

import { isPassing, type Problem, toProblem } from '@/lib/problem';

/** Why uploads wait; they go on by themselves. */
export type Trouble = 'offline' | 'unreachable' | 'server' | 'busy' | 'library' | 'storage';

/** Who is called: photo-service, or the store behind it. */
export type Peer = 'service' | 'store';

/** What the service itself says it misses. */
const troubles: Record<string, Trouble> = {
  'library-unavailable': 'library',
  'storage-unavailable': 'storage',
};

export interface UploadClock {
  now: () => number;
  /** Ends early, without failing, when the signal is given. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Network {
  isOnline: () => boolean;
  /** Whether somebody has the page before them. */
  isWatched: () => boolean;
  /** Of being online, or of being watched again. */
  onChange: (listener: () => void) => () => void;
}

/** The first three while one watches, the others in the background; the last goes on for good. */
const delaysMs = [2_000, 5_000, 10_000, 10_000, 30_000, 120_000];
const watchedMs = 10_000;
/** Not even a neighbour's success shortens a wait below this. */
const leastMs = 10_000;
/** Browsers may err about being offline, so it is tried now and then all the same. */
const offlineMs = 30_000;

/**
 * Repeats calls to one peer until they go well or fail for good. An absence of whatever length
 * fails nothing; as soon as one call gets through, all that wait try again.
 */
export class Patience {
  private readonly peer: Peer;
  private readonly clock: UploadClock;
  private readonly network: Network;
  private readonly changed: () => void;
  /** Ends every wait but one that the peer has asked for. */
  private alarm = new AbortController();
  /** Ends what is left of waits that are long already. */
  private relief = new AbortController();
  private current: Trouble | undefined;

  constructor(peer: Peer, clock: UploadClock, network: Network, changed: () => void) {
    this.peer = peer;
    this.clock = clock;
    this.network = network;
    this.changed = changed;
  }

  get trouble(): Trouble | undefined {
    return this.current;
  }

  /** Ends all waits: the network is back, or somebody wants it now. */
  wake(): void {
    this.alarm.abort();
    this.alarm = new AbortController();
  }

  async run<T>(
    task: () => Promise<T>,
    signal: AbortSignal,
    onWaiting: (waiting: boolean) => void = () => undefined,
  ): Promise<T> {
    for (let failures = 0; ; failures++) {
      if (!this.network.isOnline() && !signal.aborted) {
        await this.pause(offlineMs, 'offline', signal, onWaiting);
      }
      try {
        const answer = await task();
        this.fine();
        return answer;
      } catch (error) {
        const problem = toProblem(error);
        if (signal.aborted || !mayPass(problem)) throw error;
        const delay = this.delayAfter(failures);
        const asked = problem.retryAfterMs ?? 0;
        await this.pause(delay, this.troubleOf(problem), signal, onWaiting, asked);
        if (signal.aborted) throw error;
      }
    }
  }

  private delayAfter(failures: number): number {
    const delay = delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0;
    return this.network.isWatched() ? Math.min(delay, watchedMs) : delay;
  }

  private async pause(
    milliseconds: number,
    trouble: Trouble,
    signal: AbortSignal,
    onWaiting: (waiting: boolean) => void,
    askedMs = 0,
  ): Promise<void> {
    const alarmed = AbortSignal.any([signal, this.alarm.signal]);
    const relieved = AbortSignal.any([alarmed, this.relief.signal]);
    const least = Math.max(askedMs, Math.min(milliseconds, leastMs));
    this.tell(trouble);
    onWaiting(true);
    if (askedMs > 0) await this.clock.wait(askedMs, signal);
    if (least > askedMs) await this.clock.wait(least - askedMs, alarmed);
    if (milliseconds > least) await this.clock.wait(milliseconds - least, relieved);
    onWaiting(false);
  }

  private fine(): void {
    if (this.current === undefined) return;
    this.tell(undefined);
    this.relief.abort();
    this.relief = new AbortController();
  }

  private troubleOf({ status, code }: Problem): Trouble {
    if (!this.network.isOnline()) return 'offline';
    if (status === 429 || status === 409) return 'busy';
    if (this.peer === 'store') return 'storage';
    return troubles[code] ?? (status === 0 ? 'unreachable' : 'server');
  }

  private tell(trouble: Trouble | undefined): void {
    if (trouble === this.current) return;
    this.current = trouble;
    this.changed();
  }
}

/** A session that ended takes the whole queue to rest; until that is known, nothing is lost. */
function mayPass(problem: Problem): boolean {
  return isPassing(problem) || problem.status === 401;
}

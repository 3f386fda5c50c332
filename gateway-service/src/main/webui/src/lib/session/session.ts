import { ProblemError } from '../problem';

export interface AccessToken {
  accessToken: string;
  expiresIn: number;
}

/** `starting`: not yet asked; `unreachable`: asked, but no answer, so nobody knows. */
export type SessionStatus = 'starting' | 'signed-out' | 'signed-in' | 'unreachable';

export interface SessionPorts {
  /** Trades the refresh cookie for an access token; undefined where there is no session. */
  refresh: () => Promise<AccessToken | undefined>;
  /** Runs alone among all tabs: refresh tokens rotate. */
  exclusive: <T>(run: () => Promise<T>) => Promise<T>;
  now: () => number;
  announce: (news: SessionNews) => void;
  listen: (listener: (news: SessionNews) => void) => void;
}

export type SessionNews = 'signed-in' | 'signed-out';

const earlyMs = 30_000;

/** The signed-in state of this page. The access token lives here, in memory, and nowhere else. */
export class Session {
  private readonly ports: SessionPorts;
  private readonly listeners = new Set<() => void>();
  private status: SessionStatus = 'starting';
  private current: { token: string; expiresAt: number } | undefined;
  private refreshing: Promise<string | undefined> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each sign-in and sign-out, so that a late refresh can't revive an ended session. */
  private generation = 0;

  constructor(ports: SessionPorts) {
    this.ports = ports;
    ports.listen((news) => {
      if (news === 'signed-out') this.drop();
      else if (this.status !== 'signed-in') void this.start();
    });
  }

  readonly getStatus = (): SessionStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    try {
      await this.refresh();
    } catch {
      if (this.status === 'starting') this.become('unreachable');
    }
  }

  /** Takes the token of a sign-in. */
  adopt(token: AccessToken): void {
    this.generation++;
    this.keep(token);
    this.ports.announce('signed-in');
  }

  /** Ends the session here and in every other tab; the caller has revoked it. */
  end(): void {
    this.drop();
    this.ports.announce('signed-out');
  }

  /** A token that is good for a while yet, or undefined when signed out. */
  async token(): Promise<string | undefined> {
    if (this.current && this.ports.now() < this.current.expiresAt - earlyMs) {
      return this.current.token;
    }
    if (this.status === 'signed-out') return undefined;
    return this.refresh();
  }

  /** Refreshes once, however many ask; `rejected` is the token that a service just refused. */
  refresh(rejected?: string): Promise<string | undefined> {
    if (rejected !== undefined && this.current && this.current.token !== rejected) {
      return Promise.resolve(this.current.token);
    }
    this.refreshing ??= this.ports
      .exclusive(() => this.renew())
      .finally(() => {
        this.refreshing = undefined;
      });
    return this.refreshing;
  }

  private async renew(): Promise<string | undefined> {
    const generation = this.generation;
    const token = await this.ports.refresh();
    if (generation !== this.generation) return this.current?.token;
    if (!token) {
      this.drop();
      return undefined;
    }
    this.keep(token);
    return token.accessToken;
  }

  private keep(token: AccessToken): void {
    const lifeMs = token.expiresIn * 1000;
    this.current = { token: token.accessToken, expiresAt: this.ports.now() + lifeMs };
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.refresh().catch((error: unknown) => {
          // The next call asks again; only an answer can end a session.
          if (!(error instanceof ProblemError)) throw error;
        });
      },
      Math.max(lifeMs - earlyMs, 1_000),
    );
    this.become('signed-in');
  }

  private drop(): void {
    this.generation++;
    this.current = undefined;
    clearTimeout(this.timer);
    this.become('signed-out');
  }

  private become(status: SessionStatus): void {
    if (this.status === status) return;
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

import { ProblemError } from '../problem';
import { subjectOf } from './subject';

export interface AccessToken {
  accessToken: string;
  expiresIn: number;
}

/** `starting`: not yet asked; `unreachable`: asked, but no answer, so nobody knows. */
export type SessionStatus = 'starting' | 'signed-out' | 'signed-in' | 'unreachable';

/** `ended`: revoked or run out, so not by whoever sits here; `challenged`: a code is due here. */
export type Ending =
  'left' | 'left-elsewhere' | 'left-everywhere' | 'challenged' | 'ended' | 'suspended' | 'closed';

/** How this tab tells an end that came about in another. */
const elsewhere: Partial<Record<Ending, Ending>> = {
  left: 'left-elsewhere',
  challenged: 'ended',
};

/** What one tab tells the others. */
export type SessionNews =
  { kind: 'signed-in'; user: string | undefined } | { kind: 'signed-out'; why: Ending };

export interface SessionPorts {
  /** Trades the refresh cookie for an access token, or tells why there is none. */
  refresh: () => Promise<AccessToken | Ending>;
  /** Runs alone among all tabs: whatever sets the refresh cookie must not overtake another. */
  exclusive: <T>(run: () => Promise<T>) => Promise<T>;
  now: () => number;
  announce: (news: SessionNews) => void;
  listen: (listener: (news: SessionNews) => void) => void;
  /** Calls when the page is looked at again, or the machine is back from sleep or offline. */
  onWake: (listener: () => void) => void;
}

const earlyMs = 30_000;
/** Timers stand still while a machine sleeps; steps this short find out soon after. */
const stepMs = 20_000;
/** A replaced refresh token is good for a minute yet: a lost answer is asked for again in time. */
const retryDelaysMs = [2_000, 5_000, 10_000, 30_000];

/** The signed-in state of this page. The access token lives here, in memory, and nowhere else. */
export class Session {
  private readonly ports: SessionPorts;
  private readonly listeners = new Set<() => void>();
  private status: SessionStatus = 'starting';
  private user: string | undefined;
  private lastUser: string | undefined;
  private ending: Ending | undefined;
  private current: { token: string; expiresAt: number } | undefined;
  private refreshing: Promise<string | undefined> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** Grows with each sign-in and sign-out, so that a late refresh can't revive an ended session. */
  private generation = 0;

  constructor(ports: SessionPorts) {
    this.ports = ports;
    ports.listen((news) => {
      this.hear(news);
    });
    ports.onWake(() => {
      this.wake();
    });
  }

  readonly getStatus = (): SessionStatus => this.status;

  /** Who is signed in; undefined while nobody is. */
  readonly getUser = (): string | undefined => this.user;

  /** Who was signed in here last, if anyone. */
  readonly getLastUser = (): string | undefined => this.lastUser;

  /** Why the session that was here is none any more; undefined where there was none. */
  readonly getEnding = (): Ending | undefined => this.ending;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    try {
      await this.refresh();
    } catch {
      if (this.status === 'starting') this.become('unreachable', undefined);
    }
  }

  /** Begins a session with what the call answers, if it does; tells whether it did. */
  begin(call: () => Promise<AccessToken | undefined>): Promise<boolean> {
    return this.ports.exclusive(async () => {
      const token = await call();
      if (token) this.adopt(token);
      return token !== undefined;
    });
  }

  /** Takes the token of a new session. */
  adopt(token: AccessToken): void {
    this.forget();
    this.keep(token);
    this.ports.announce({ kind: 'signed-in', user: this.user });
  }

  /**
   * Trades the session for a fresh one that the call answers with; tells whether there is one. No
   * refresh may come between: the old cookie would be refused, and the refusal take the new one away.
   */
  async exchange(call: (token: string) => Promise<AccessToken | undefined>): Promise<boolean> {
    const token = await this.token();
    try {
      return await this.begin(() => call(token ?? ''));
    } catch (error) {
      const refused = error instanceof ProblemError && error.problem.status === 401;
      const fresh = refused ? await this.refresh(token) : undefined;
      if (!fresh) throw error;
      return this.begin(() => call(fresh));
    }
  }

  /** Ends the session by a call, then here and in every other tab; a call that fails ends nothing. */
  async leave(call: () => Promise<unknown>): Promise<void> {
    await this.ports.exclusive(call);
    this.end();
  }

  /** Ends the session here and in every other tab. */
  end(why: Ending = 'left'): void {
    this.drop(why);
    this.ports.announce({ kind: 'signed-out', why });
  }

  /** A token that is good for a while yet, or undefined when signed out. */
  async token(): Promise<string | undefined> {
    if (this.current && this.isFresh()) return this.current.token;
    if (this.status === 'signed-out') return undefined;
    return this.refresh();
  }

  /** Refreshes once, however many ask; `rejected` is the token that a service just refused. */
  refresh(rejected?: string): Promise<string | undefined> {
    if (rejected !== undefined && this.current && this.current.token !== rejected) {
      return Promise.resolve(this.current.token);
    }
    if (this.refreshing) return this.refreshing;
    const { generation } = this;
    const refreshing = this.ports
      .exclusive(() => this.renew(generation))
      .finally(() => {
        if (this.refreshing === refreshing) this.refreshing = undefined;
      });
    this.refreshing = refreshing;
    return refreshing;
  }

  private isFresh(): boolean {
    return this.current !== undefined && this.ports.now() < this.current.expiresAt - earlyMs;
  }

  private hear(news: SessionNews): void {
    if (news.kind === 'signed-out') {
      this.drop(elsewhere[news.why] ?? news.why);
    } else if (this.status !== 'signed-in') {
      void this.start();
    } else if (news.user !== this.user) {
      // The cookie is someone else's by now, so this page must be, too.
      this.forget();
      this.become('starting', undefined);
      void this.start();
    }
  }

  private wake(): void {
    if (this.status === 'unreachable') void this.start();
    if (this.status === 'signed-in' && !this.isFresh()) void this.renewByItself();
  }

  private async renew(generation: number): Promise<string | undefined> {
    if (generation !== this.generation) return this.current?.token;
    const result = await this.ports.refresh();
    if (generation !== this.generation) return this.current?.token;
    if (typeof result === 'string') {
      this.drop(this.status === 'signed-in' ? result : undefined);
      return undefined;
    }
    this.keep(result);
    return result.accessToken;
  }

  private keep(token: AccessToken): void {
    const lifeMs = Math.max(token.expiresIn * 1000, earlyMs + 1_000);
    this.current = { token: token.accessToken, expiresAt: this.ports.now() + lifeMs };
    this.ending = undefined;
    this.failures = 0;
    this.renewAt(this.current.expiresAt - earlyMs);
    this.become('signed-in', subjectOf(token.accessToken));
  }

  private renewAt(instant: number): void {
    clearTimeout(this.timer);
    const left = instant - this.ports.now();
    this.timer = setTimeout(
      () => {
        if (this.ports.now() < instant) this.renewAt(instant);
        else void this.renewByItself();
      },
      Math.min(Math.max(left, 0), stepMs),
    );
  }

  /** Only an answer can end a session; where none comes, it is asked for again. */
  private async renewByItself(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const delay = retryDelaysMs[Math.min(this.failures++, retryDelaysMs.length - 1)] ?? stepMs;
      const wait = Math.max(delay, error.problem.retryAfterMs ?? 0);
      if (this.status === 'signed-in') this.renewAt(this.ports.now() + wait);
    }
  }

  private drop(why: Ending | undefined): void {
    if (this.status !== 'signed-out') this.ending = why;
    this.forget();
    this.become('signed-out', undefined);
  }

  private forget(): void {
    this.generation++;
    this.current = undefined;
    this.refreshing = undefined;
    clearTimeout(this.timer);
  }

  private become(status: SessionStatus, user: string | undefined): void {
    const changed = this.status !== status || this.user !== user;
    this.status = status;
    this.user = user;
    if (user !== undefined) this.lastUser = user;
    if (!changed) return;
    for (const listener of this.listeners) listener();
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { kill, killDatabase } from '../fleet.ts';
import type { Random } from './random.ts';

/** Where an upload is; one may be killed there. */
export const STEPS = [
  'minting',
  'minted',
  'halfway through the bytes',
  'before completing',
  'completing',
  'completed',
  'processing',
  'throwing away',
  'purging',
] as const;
/** Only between runs, when what was left behind is cleared. */
export type Step = (typeof STEPS)[number] | 'sweeping';

/** S3, queue and bus are one process here, and the database goes down with it. */
export const VICTIMS = ['photo-service', 'photo-worker', 'postgres', 'local-aws'] as const;
export type Victim = (typeof VICTIMS)[number];

/** One kill: of whom, and how long after which time the step is come to. */
export interface Strike {
  victim: Victim;
  step: Step;
  nth: number;
  delayMs: number;
}

/** Come to once a batch or a run; the others with each file. */
const RARE: readonly Step[] = ['minting', 'minted', 'throwing away', 'purging', 'sweeping'];

export function drawStrike(random: Random, steps: readonly Step[]): Strike {
  const step = random.pick(steps);
  return {
    victim: random.pick(VICTIMS),
    step,
    nth: RARE.includes(step) ? 1 : random.between(1, 3),
    delayMs: random.happens(0.4) ? 0 : random.between(1, 400),
  };
}

export function nameOf({ victim, step, nth, delayMs }: Strike): string {
  return `${victim} ${step} (${nth}.) +${delayMs} ms`;
}

/** The kills of one run. */
export class Strikes {
  readonly done: Strike[] = [];
  private readonly seen = new Map<Step, number>();
  private readonly running: Promise<void>[] = [];

  constructor(private readonly planned: Strike[]) {}

  /** Says that a step begins; what is to be killed at once is dead on return. */
  at(step: Step): void {
    const count = (this.seen.get(step) ?? 0) + 1;
    this.seen.set(step, count);
    for (const strike of this.planned) {
      if (strike.step === step && strike.nth === count) this.strike(strike);
    }
  }

  /** Kills whom no step has reached, so that no run is without. */
  async finish(): Promise<void> {
    for (const strike of this.planned) {
      if (!this.done.includes(strike)) this.strike({ ...strike, delayMs: 0 }, strike);
    }
    await Promise.all(this.running);
  }

  private strike(strike: Strike, planned = strike): void {
    this.done.push(planned);
    if (strike.delayMs === 0) killVictim(strike.victim);
    else this.running.push(wait(strike.delayMs).then(() => killVictim(strike.victim)));
  }
}

function killVictim(victim: Victim): void {
  try {
    if (victim === 'postgres') killDatabase();
    else kill(victim);
  } catch (error) {
    // Dead already, or just being started again.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'ENOENT') throw error;
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../client.ts';
import { REPOSITORY } from '../fleet.ts';
import { checkAcknowledged, checkLibrary, checkReconciled } from './audit.ts';
import { damagedFile, largeFile, prepareFiles, smallFile } from './files.ts';
import { Ledger } from './ledger.ts';
import { passed } from './patience.ts';
import { Random } from './random.ts';
import { STEPS, Strikes, type Strike, drawStrike, nameOf } from './strikes.ts';
import { type Fate, type Task, Uploader } from './uploader.ts';

/**
 * A fleet in which what takes hours takes seconds: uploads end and are swept, what a killed process
 * had in hand is taken up, and files above a megabyte go in parts.
 */
export const HURRIED: Record<string, string> = {
  ALBUMEN_AOT: existsSync(join(REPOSITORY, 'local-aws', 'target', 'local-aws', 'local-aws.aot')) ? 'on' : 'off',
  ALBUMEN_PHOTO_WORKER: 'apart',
  PHOTO_UPLOAD_URL_LIFETIME: 'PT12S',
  PHOTO_UPLOAD_GRACE: 'PT5S',
  PHOTO_UPLOAD_SWEEP_INTERVAL: 'PT1S',
  PHOTO_UPLOAD_MAX_SINGLE_PUT: '1M',
  PHOTO_UPLOAD_PART_SIZE: '5M',
  PHOTO_DISPOSAL_INTERVAL: 'PT1S',
  PHOTO_DISPOSAL_RETRY_AFTER: 'PT3S',
  PHOTO_OUTBOX_CLAIM: 'PT3S',
  PHOTO_OUTBOX_MAX_DELAY: 'PT2S',
  PHOTO_IDEMPOTENCY_LOST_AFTER: 'PT4S',
  PHOTO_PROCESSING_VISIBILITY: 'PT4S',
  PHOTO_RECONCILIATION_GRACE: 'PT0S',
  PHOTO_RECONCILIATION_INTERVAL: 'PT1S',
  PHOTO_RECONCILIATION_LEASE: 'PT8S',
  PHOTO_RECONCILIATION_HASH_RATE: '500M',
  GATEWAY_LIMITS_PER_ADDRESS_PERMITS: '1000000',
  GATEWAY_LIMITS_PER_USER_PERMITS: '1000000',
  GATEWAY_LIMITS_ROUTES_UPLOADS_PERMITS: '1000000',
};

const FATES: readonly Fate[] = ['give up', 'leave announced', 'leave sent', 'leave completing'];
const LARGE = 6 * 1024 * 1024;

/** What is uploaded and killed in one run; all of it follows from the seed. */
export interface Plan {
  seed: number;
  batches: Task[][];
  atOnce: number;
  purges: boolean;
  strikes: Strike[];
}

export function plan(seed: number): Plan {
  const random = new Random(seed);
  const purges = random.happens(0.4);
  const tasks = Array.from({ length: random.between(3, 7) }, (_, index) => draw(random, `${seed}-${index}`));
  if (random.happens(0.2)) tasks[0] = { file: largeFile(random, `${seed}-large`, LARGE), damaged: false, fate: 'keep' };
  const cut = random.between(1, tasks.length);
  const batches = [tasks.slice(0, cut), tasks.slice(cut)].filter((batch) => batch.length > 0);
  if (random.happens(0.25)) batches.push([tasks[random.between(0, tasks.length - 1)]!]);
  const steps = STEPS.filter((step) => purges || !['throwing away', 'purging'].includes(step));
  const strikes = Array.from({ length: random.happens(0.35) ? 2 : 1 }, () => drawStrike(random, steps));
  return { seed, batches, atOnce: random.between(1, 4), purges, strikes };
}

function draw(random: Random, name: string): Task {
  if (random.happens(0.08)) return { file: damagedFile(random, name), damaged: true, fate: 'keep' };
  return { file: smallFile(random, name), damaged: false, fate: random.happens(0.25) ? random.pick(FATES) : 'keep' };
}

/** Runs of one person, whose library is looked at as a whole in the end. */
export class Chaos {
  private readonly ledger = new Ledger();

  private constructor(
    private readonly person: Person,
    private readonly admin: Person,
  ) {}

  static async begin(admin: Person): Promise<Chaos> {
    await prepareFiles();
    return new Chaos(await Person.signUp('Eris'), admin);
  }

  /** Uploads while something is killed; answers what, and when. */
  async run({ seed, batches, atOnce, purges, strikes: planned }: Plan): Promise<string> {
    const strikes = new Strikes(planned);
    const uploader = new Uploader(this.person, this.ledger, strikes, seed);
    const random = new Random(seed + 0.5);
    try {
      const purge = purges ? uploader.purge(this.some(random)) : undefined;
      for (const batch of batches) await uploader.bring(batch, atOnce);
      await purge;
      await strikes.finish();
    } catch (error) {
      throw new Error(`seed ${seed}, killed: ${planned.map(nameOf).join(', ')}`, { cause: error });
    }
    return planned.map(nameOf).join(', ');
  }

  /** Two of the library, or as many as there are. */
  private some(random: Random): string[] {
    const kept = this.ledger.kept();
    return [...new Set(kept.length < 2 ? kept : [random.pick(kept), random.pick(kept)])].map(({ mediaId }) => mediaId);
  }

  /** The sweep is killed too; then everything must fit. */
  async audit(seed: number): Promise<void> {
    const random = new Random(seed);
    const strike = { ...drawStrike(random, ['sweeping']), nth: 1 };
    try {
      const strikes = new Strikes([{ ...strike, delayMs: random.between(500, 8_000) }]);
      strikes.at('sweeping');
      await strikes.finish();
      await checkAcknowledged(this.person, this.ledger);
      await checkLibrary(this.person, this.ledger);
      await checkReconciled(this.admin);
    } catch (error) {
      throw new Error(`audit after seed ${seed}, killed: ${nameOf(strike)}`, { cause: error });
    }
  }

  /** Files acknowledged and purged so far. */
  get figures(): { acknowledged: number; purged: number } {
    return { acknowledged: this.ledger.acknowledged.size, purged: this.ledger.purged.size };
  }
}

export function passedFigures(): string {
  return `${passed.answers} answers and ${passed.connections} connections failed and were repeated; ${passed.internal.length} answers were 500`;
}

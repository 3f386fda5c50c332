import type { Picture } from '../pictures.ts';
import { sha256 } from '../client.ts';

/** A file that the library must have, or have refused. */
export interface Entry {
  mediaId: string;
  sha256: string;
  size: number;
  /** What it says it is it isn't, which the worker is to find out. */
  damaged: boolean;
  /** Of the run in which it was acknowledged. */
  seed: number;
}

/** What a person was told of their uploads, against which the library is held. */
export class Ledger {
  readonly acknowledged = new Map<string, Entry>();
  readonly purged = new Set<string>();
  /** Completed, perhaps: whoever asked for it was gone before the answer. */
  readonly unheard = new Map<string, { size: number }>();

  acknowledge(mediaId: string, file: Picture, damaged: boolean, seed: number): void {
    const entry = { mediaId, sha256: sha256(file.bytes), size: file.bytes.length, damaged, seed };
    const before = this.acknowledged.get(mediaId);
    if (before && before.sha256 !== entry.sha256) {
      throw new Error(`${mediaId} stands for ${before.sha256} and for ${entry.sha256}`);
    }
    this.acknowledged.set(mediaId, before ?? entry);
  }

  forget(file: Picture): void {
    this.unheard.set(sha256(file.bytes), { size: file.bytes.length });
  }

  /** What can still be thrown away. */
  kept(): Entry[] {
    return [...this.acknowledged.values()].filter(
      ({ mediaId, damaged }) => !damaged && !this.purged.has(mediaId),
    );
  }
}

const windowMs = 5_000;

/** Bytes a second over the last five seconds. */
export class Speedometer {
  private samples: { at: number; bytes: number }[] = [];

  add(bytes: number, at: number): void {
    this.samples.push({ at, bytes });
    this.forget(at);
  }

  rate(at: number): number {
    this.forget(at);
    const first = this.samples[0];
    if (!first) return 0;
    const bytes = this.samples.reduce((sum, sample) => sum + sample.bytes, 0);
    return (bytes * 1000) / Math.max(at - first.at, 1_000);
  }

  private forget(at: number): void {
    this.samples = this.samples.filter((sample) => at - sample.at <= windowMs);
  }
}

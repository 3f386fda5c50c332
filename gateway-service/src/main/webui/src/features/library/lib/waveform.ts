/** The outline of a waveform as an SVG path, `bars` wide and 2 high about 0; each bar a lozenge. */
export function outline(data: readonly number[], bits: number, bars: number): string {
  const pairs = Math.floor(data.length / 2);
  const full = 2 ** (bits - 1);
  const count = Math.min(bars, pairs);
  const marks: string[] = [];
  for (let bar = 0; bar < count; bar++) {
    const from = Math.floor((bar * pairs) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * pairs) / count));
    let size = 0.02;
    for (let pair = from; pair < to; pair++) {
      const low = Math.abs(data[2 * pair] ?? 0);
      const high = Math.abs(data[2 * pair + 1] ?? 0);
      size = Math.max(size, low / full, high / full);
    }
    const tall = Math.min(1, size).toFixed(3);
    marks.push(`M${bar + 0.15} -${tall}h0.7V${tall}h-0.7z`);
  }
  return marks.join('');
}

// report.mjs FOLDER: the tables of what compare.sh measured.
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const folder = process.argv[2];
const sizes = process.env.SIZES.trim().split(/\s+/);
const queries = {
  buckets: 'months of the timeline',
  'page-60': 'page of a month, 60 items',
  'page-800': 'page of a month, up to 800',
  'search-word': 'search: a word',
  'search-words': 'search: two words and a tag',
  'search-camera': 'search: favourites of a camera',
  'map-2': 'map of the world',
  'map-11': 'map of a city',
};

const read = (name) => readFileSync(`${folder}/${name}`, 'utf8');
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const ascending = (numbers) => numbers.sort((one, other) => one - other);
const millis = (micros) => (micros / 1000).toFixed(2);
const range = (numbers) => `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;
const short = (size) => (size >= 1e6 ? `${size / 1e6} M` : `${size / 1e3} k`);

/** Microseconds, of what pgbench logged. */
function sql(prefix) {
  const lines = readdirSync(folder)
    .filter((name) => name.startsWith(`${prefix}.`))
    .flatMap((name) => read(name).trim().split('\n'));
  const times = ascending(lines.map((line) => Number(line.split(' ')[2])));
  return { p50: at(times, 0.5), p99: at(times, 0.99) };
}

function http(size, query) {
  const [, p50, p99] = /p50 (\d+) p99 (\d+)/.exec(read(`http-${size}-${query}.txt`));
  return { p50: Number(p50), p99: Number(p99) };
}

const lines = [];
const growth = [];
const ratios = [];
const others = process.env.OWNERS ? `, one library among ${process.env.OWNERS} such` : '';
lines.push(
  `${cpus().length} cores of ${cpus()[0].model}, load ${loadavg()[1].toFixed(1)}; ` +
    `${sizes.map(short).join(', ')} items${others}, seeded in ${read('seeded').trim()} s.`,
  '',
  '| p50 / p99 in ms (p50 / bare SQL’s) |' +
    sizes.map((size) => ` ${short(size)} |`).join('') +
    ' p50, largest / smallest |',
  `|---|${'---|'.repeat(sizes.length + 1)}`,
);
for (const [query, title] of Object.entries(queries)) {
  const cells = sizes.map((size) => {
    const [ours, bare] = [http(size, query), sql(`sql-${size}-${query}`)];
    ratios.push(ours.p50 / bare.p50);
    return `${millis(ours.p50)} / ${millis(ours.p99)} (${(ours.p50 / bare.p50).toFixed(1)} × ${millis(bare.p50)})`;
  });
  const flat = http(sizes.at(-1), query).p50 / http(sizes[0], query).p50;
  growth.push(flat);
  lines.push(`| ${title} | ${cells.join(' | ')} | **${flat.toFixed(2)}** |`);
}
const pages = [];
lines.push('');
for (const size of sizes) {
  const { id } = JSON.parse(read(`page-${size}.json`));
  const bytes = Number(read(`page-${size}.bytes`));
  pages.push(bytes / 1024);
  lines.push(`A page of ${id.length} at ${short(size)}: ${(bytes / 1024).toFixed(1)} KB gzip.  `);
}

const batches = JSON.parse(read('intake.json'));
const median = (name) => at(ascending(batches.map((batch) => batch[name])), 0.5);
const [mint, complete, store] = ['mint', 'complete', 'store'].map(median);
const bareMint = sql('sql-mint').p50 / 1000;
const bareBoth = sql('sql-both').p50 / 1000;
const row = (title, ours, bare) =>
  `| ${title} | ${ours.toFixed(1)} | ${(50_000 / ours).toFixed(0)} | ${bare.toFixed(1)} | **${(bare / ours).toFixed(2)}** |`;
lines.push(
  '',
  '| 50 files | ms | files/s | bare inserts, ms | bare / ours |',
  '|---|---|---|---|---|',
  row('mint', mint, bareMint),
  row('complete', complete, bareBoth - bareMint),
  row('both', mint + complete, bareBoth),
  '',
  `HEAD and ranged GET of 50 objects, 8 at a time, as completing asks S3: ${store.toFixed(1)} ms.`,
  '',
  '| goal | reached |',
  '|---|---|',
  `| p50 at ${short(sizes.at(-1))} ≤ 2 × that at ${short(sizes[0])} | ${range(growth)} |`,
  `| ≤ 2 × the bare SQL | ${range(ratios)}; ${ratios.filter((ratio) => ratio <= 2).length} of ${ratios.length} within |`,
  `| a page ≤ 60 KB gzip | ${Math.max(...pages).toFixed(1)} KB |`,
  `| taking files in ≥ 0.5 × the bare inserts | minting ${(bareMint / mint).toFixed(2)}, both ${(bareBoth / (mint + complete)).toFixed(2)} |`,
);
process.stdout.write(`${lines.join('\n')}\n`);

// Turns what compare.sh wrote into figures: `half-load` for its second part, `table` at the end.
import { readFileSync } from 'node:fs';

const [folder, wanted] = process.argv.slice(2);

function rows(file) {
  return readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** System, body and connections → medians over the rounds. */
function throughput() {
  const groups = new Map();
  for (const [system, body, connections, rate, cores, bad] of rows('throughput.tsv')) {
    const key = `${system}/${body}/${connections}`;
    const group = groups.get(key) ?? { rates: [], cores: [], bad: 0 };
    group.rates.push(Number(rate));
    group.cores.push(Number(cores));
    group.bad += Number(bad);
    groups.set(key, group);
  }
  return (system, body, connections) => {
    const group = groups.get(`${system}/${body}/${connections}`);
    const rate = median(group.rates);
    return { rate, cores: median(group.cores), bad: group.bad, microseconds: (median(group.cores) / rate) * 1e6 };
  };
}

function percentile(system, share) {
  const times = rows(`latency-${system}.tsv`)
    .filter(([, status]) => status === '200')
    .map(([, , microseconds]) => Number(microseconds))
    .sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] / 1000;
}

const of = throughput();

if (wanted === 'half-load') {
  process.stdout.write(String(Math.round(of('gateway', 'small', 32).rate / 2)));
} else {
  const bodies = { small: 'small JSON', large: '1 MB down', post: '1 MB up' };
  const lines = [
    '| requests per second (cores used) | nginx | **gateway** | Spring, token check | Spring, none | gateway / nginx | gateway / Spring |',
    '|---|---|---|---|---|---|---|',
  ];
  const bad = new Set();
  for (const [body, title] of Object.entries(bodies)) {
    for (const connections of [32, 256]) {
      const systems = ['nginx', 'gateway', 'spring-checked', 'spring-plain'];
      const cells = systems.map((system) => {
        const cell = of(system, body, connections);
        if (cell.bad) bad.add(`${system}: ${title}, ${connections} connections`);
        return cell;
      });
      const [nginx, gateway, spring] = cells;
      lines.push(
        `| ${title}, ${connections} connections | ${cells.map((c) => `${Math.round(c.rate).toLocaleString('en')} (${c.cores.toFixed(2)})`).join(' | ')} | **${(gateway.rate / nginx.rate).toFixed(2)}** | **${(gateway.rate / spring.rate).toFixed(2)}** |`,
      );
    }
  }
  const withToken = of('gateway', 'small', 32);
  const without = of('gateway-anonymous', 'small', 32);
  lines.push('', '| latency in ms at half the gateway’s load | p50 | p99 |', '|---|---|---|');
  for (const system of ['nginx', 'gateway', 'spring-checked', 'spring-plain']) {
    lines.push(`| ${system} | ${percentile(system, 0.5).toFixed(2)} | ${percentile(system, 0.99).toFixed(2)} |`);
  }
  lines.push('', `p99 of the gateway / of nginx: **${(percentile('gateway', 0.99) / percentile('nginx', 0.99)).toFixed(2)}**`);
  lines.push('', `Token check: ${withToken.microseconds.toFixed(1)} µs of processor a request with a token, ${without.microseconds.toFixed(1)} µs without: **${(withToken.microseconds - without.microseconds).toFixed(1)} µs**.`);
  lines.push('', `Memory (PSS): ${rows('memory.tsv').map(([system, mb]) => `${system} ${Math.round(Number(mb))} MB`).join(', ')}.`);
  if (bad.size) lines.push('', `Failed requests in: ${[...bad].join('; ')}.`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

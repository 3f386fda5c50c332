import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { Agent, type IncomingMessage, createServer, request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eventually } from '../src/eventually.ts';
import { REPOSITORY } from '../src/fleet.ts';

const BALANCER = 9600;
const GATEWAYS = [9601, 9602];
const SERVICES = [9611, 9612];
const DELAY_SECONDS = 3;
const MEGABYTE = Buffer.alloc(1_000_000, 'a');
const LOGS = join(REPOSITORY, 'e2e', 'target', 'drain');

/** A service as ours are: on SIGTERM unready first, serving on for the delay, then gone. */
const SERVICE = `
const { createServer } = require('node:http');
let ready = true;
const server = createServer(async (request, response) => {
  if (request.url === '/q/health/ready') return response.writeHead(ready ? 200 : 503).end();
  let bytes = 0;
  for await (const part of request) bytes += part.length;
  setTimeout(() => request.url.endsWith('/large')
    ? response.end(Buffer.alloc(1000000, 'b'))
    : response.end(JSON.stringify({ bytes })), 20);
});
server.keepAliveTimeout = 60000;
server.listen(Number(process.argv[1]), '127.0.0.1');
process.on('SIGTERM', () => {
  ready = false;
  setTimeout(() => { server.close(() => process.exit(0)); server.closeIdleConnections(); }, ${DELAY_SECONDS * 1000});
});`;

const running = new Map<number, ChildProcess>();

function start(port: number, command: string, args: string[], cwd: string, config: object): void {
  const log = openSync(join(LOGS, `${port}.log`), 'a');
  const child = spawn(command, args, { cwd, env: { ...process.env, ...config }, stdio: ['ignore', log, log] });
  running.set(port, child);
}

function startService(port: number): void {
  start(port, process.execPath, ['-e', SERVICE, String(port)], REPOSITORY, {});
}

function startGateway(port: number): void {
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';
  const app = join(REPOSITORY, 'gateway-service', 'target', 'quarkus-app');
  const services = SERVICES.map((service) => `http://127.0.0.1:${service}`).join(',');
  const flags = ['-Xmx128m', '-XX:TieredStopAtLevel=1', `-Dgateway.upstreams.photo-service=${services}`];
  start(port, java, [...flags, '-jar', 'quarkus-run.jar'], app, {
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: String(port),
    QUARKUS_SHUTDOWN_DELAY: `${DELAY_SECONDS}S`,
    GATEWAY_LIMITS_PER_ADDRESS_PERMITS: '1000000',
    ALBUMEN_TOKENS_ISSUER: 'https://issuer.example',
    ALBUMEN_TOKENS_JWKS_URL: 'http://127.0.0.1:9/jwks.json',
    ALBUMEN_TOKENS_CLIENT_ID: 'nobody',
    ALBUMEN_CURSORS_KEY: 'only-for-this-test',
  });
}

async function stop(port: number): Promise<void> {
  const child = running.get(port)!;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/q/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** As a load balancer in a cloud: health checks, kept connections, and no second try. */
function startBalancer() {
  const healthy = new Set<number>();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const check = setInterval(() => {
    for (const port of GATEWAYS) {
      void isReady(port).then((ready) => (ready ? healthy.add(port) : healthy.delete(port)));
    }
  }, 200);
  let turn = 0;
  const server = createServer((from, to) => {
    const targets = [...healthy];
    const port = targets[turn++ % targets.length];
    if (port === undefined) return to.writeHead(599, 'no gateway is healthy').end();
    const call = request(
      { agent, host: '127.0.0.1', port, method: from.method, path: from.url, headers: from.headers },
      (answer: IncomingMessage) => {
        to.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(to);
        answer.on('error', () => to.destroy());
      },
    );
    call.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(598).end()));
    from.pipe(call);
  }).listen(BALANCER, '127.0.0.1');
  return { healthy, close: () => (clearInterval(check), server.close(), agent.destroy()) };
}

const CALLS: readonly RequestInit[] = [
  { method: 'GET' },
  { method: 'POST', body: JSON.stringify({ some: 'thing' }) },
  { method: 'POST', body: MEGABYTE },
  { method: 'DELETE' },
];

/** Six clients without a pause, until told to stop. */
function load() {
  const failures: string[] = [];
  let done = 0;
  let going = true;
  const client = async (seed: number) => {
    for (let i = seed; going; i++) {
      const call = CALLS[i % CALLS.length]!;
      const path = i % 3 === 0 && call.method === 'GET' ? 'large' : 'x';
      try {
        const answer = await fetch(`http://127.0.0.1:${BALANCER}/api/v1/media/${path}`, call);
        const body = await answer.arrayBuffer();
        if (!answer.ok) failures.push(`${call.method} ${answer.status} ${Buffer.from(body).toString().slice(0, 200)}`);
        else if (path === 'large' && body.byteLength !== 1_000_000) failures.push(`short: ${body.byteLength}`);
      } catch (e) {
        failures.push(`${call.method} ${String(e)}`);
      }
      done++;
    }
  };
  const clients = Promise.all([0, 1, 2, 3, 4, 5].map(client));
  return {
    failures,
    done: () => done,
    stop: async () => {
      going = false;
      await clients;
    },
  };
}

test.afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

test('not one request fails while a gateway and a service restart', async () => {
  mkdirSync(LOGS, { recursive: true });
  SERVICES.forEach(startService);
  GATEWAYS.forEach(startGateway);
  const balancer = startBalancer();
  await eventually('both gateways are healthy', 60_000, async () => balancer.healthy.size === 2);
  const clients = load();
  try {
    await eventually('the load is on', 10_000, async () => clients.done() > 50);

    await stop(GATEWAYS[0]!);
    startGateway(GATEWAYS[0]!);
    await eventually('the gateway is back', 60_000, async () => balancer.healthy.size === 2);

    await stop(SERVICES[0]!);
    const before = clients.done();
    await eventually('the other service carries on', 10_000, async () => clients.done() > before + 50);
    startService(SERVICES[0]!);
    await eventually('the service is back', 10_000, () => isReady(SERVICES[0]!));
  } finally {
    await clients.stop();
    balancer.close();
  }

  expect(clients.failures).toEqual([]);
  expect(clients.done()).toBeGreaterThan(200);
});

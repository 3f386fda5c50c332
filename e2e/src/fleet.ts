import { execFile, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';

const run = promisify(execFile);

const OFFSET = Number(process.env["E2E_OFFSET"] ?? 1000);
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const HOME = join(REPOSITORY, 'e2e', 'target', 'fleet');

/** The fleet under test has ports and state of its own, beside one that may run here already. */
const ENVIRONMENT = {
  ...process.env,
  ALBUMEN_HOME: HOME,
  ALBUMEN_PORT_OFFSET: String(OFFSET),
  ALBUMEN_AOT: 'off',
  // A ZIP of several parts, without gigabytes.
  PHOTO_DOWNLOAD_PART_SIZE: '64M',
};

/** Where the fleet under test has what runs on that port otherwise. */
export function port(usual: number): number {
  return usual + OFFSET;
}

export const WEB = `http://localhost:${port(8080)}`;
export const API = `${WEB}/api/v1`;
export const MAILBOX = `http://localhost:${port(8025)}`;

export const PROCESSES = [
  'local-aws',
  'auth-service',
  'photo-service',
  'video-service',
  'notification-service',
  'gateway-service',
] as const;
export type Process = (typeof PROCESSES)[number];

const albumen = join(REPOSITORY, 'albumen');

/**
 * Starts the fleet with the packaged launcher and returns once it says that it is ready.
 *
 * @param settings of services, as environment variables, and of the launcher
 */
export async function up(settings: Record<string, string> = {}): Promise<void> {
  mkdirSync(HOME, { recursive: true });
  const log = openSync(join(HOME, 'launcher.log'), 'w');
  const launcher = spawn(albumen, ['up', '--quiet', '--no-build'], {
    env: { ...ENVIRONMENT, ...settings },
    detached: true,
    stdio: ['ignore', log, log],
  });
  launcher.unref();
  let exited = false;
  launcher.once('exit', () => (exited = true));
  await eventually('the fleet is ready', 600_000, async () => {
    const said = readFileSync(join(HOME, 'launcher.log'), 'utf8');
    if (exited) throw new Error(`the launcher gave up:\n${said}`);
    return said.includes('Albumen is ready');
  });
}

export async function down(): Promise<string> {
  const { stdout } = await run(albumen, ['down'], { env: ENVIRONMENT });
  return stdout;
}

export async function status(): Promise<string> {
  const { stdout } = await run(albumen, ['status'], { env: ENVIRONMENT });
  return stdout;
}

/** What the launcher says to a command. */
export async function albumenSays(...command: string[]): Promise<string> {
  const { stdout } = await run(albumen, command, { env: ENVIRONMENT });
  return stdout;
}

/** Files in the local bucket whose path names any of the texts. */
export function objectsNaming(...texts: string[]): string[] {
  return (readdirSync(join(HOME, 'state', 's3'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => texts.some((text) => path.includes(text)));
}

export function pidOf(name: Process | 'photo-worker' | 'launcher'): number {
  return Number(readFileSync(join(HOME, 'run', `${name}.pid`), 'utf8'));
}

/** What a process has logged since it last started. */
export function logOf(name: Process): string {
  return readFileSync(join(HOME, 'logs', `${name}.log`), 'utf8');
}

/** Ends a process as a power cut would. */
export function kill(name: Process | 'photo-worker' | 'launcher'): void {
  process.kill(pidOf(name), 'SIGKILL');
}

/** The server alone; its children follow, and the stack starts it again. */
export function killDatabase(): void {
  const [pid] = readFileSync(join(HOME, 'state', 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Returns once every process answers again. */
export async function untilReady(): Promise<void> {
  await eventually('every process is ready', 120_000, async () => {
    const rows = (await status()).split('\n').filter((row) => /-(aws|service|worker) /.test(row));
    return rows.length >= PROCESSES.length && rows.every((row) => / ready /.test(row));
  });
}

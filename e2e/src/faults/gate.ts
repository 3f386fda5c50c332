import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { port } from '../fleet.ts';

/** Stands between the fleet and a store, and lets nothing through while it is shut. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private silent = false;

  constructor(
    readonly port: number,
    private readonly target: number,
  ) {}

  async open(): Promise<void> {
    this.silent = false;
    if (this.server) return;
    this.server = createServer((from) => this.carry(from));
    this.server.listen(this.port);
    await once(this.server, 'listening');
  }

  /** Connections break, and new ones are refused, as when a machine is gone. */
  async shut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  /** Connections stay and new ones are taken, but not a byte goes through, until it is opened. */
  hang(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** What hung is broken off, and all is as before. */
  async reopen(): Promise<void> {
    await this.shut();
    await this.open();
  }

  private carry(from: Socket): void {
    this.keep(from);
    if (this.silent) {
      from.pause();
      return;
    }
    const to = connect(this.target, '127.0.0.1');
    this.keep(to);
    from.on('data', (bytes) => this.pass(bytes, from, to));
    to.on('data', (bytes) => this.pass(bytes, to, from));
    from.on('close', () => to.destroy());
    to.on('close', () => from.destroy());
    from.on('end', () => to.end());
    to.on('end', () => from.end());
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }

  /** No more is read than can be handed on. */
  private pass(bytes: Buffer, from: Socket, to: Socket): void {
    if (to.destroyed || to.write(bytes)) return;
    from.pause();
    to.once('drain', () => {
      if (!this.silent) from.resume();
    });
  }
}

const BEHIND = { s3: 8403, postgres: 8432, sqs: 8402 };
const ASIDE = 100;

export type Gates = Record<keyof typeof BEHIND, Gate>;

const REACHED: Record<string, string> = {
  'quarkus.s3.endpoint-override': `http://localhost:${port(BEHIND.s3 + ASIDE)}`,
  'quarkus.sqs.endpoint-override': `http://127.0.0.1:${port(BEHIND.sqs + ASIDE)}`,
  'quarkus.datasource.jdbc.url': `jdbc:postgresql://127.0.0.1:${port(BEHIND.postgres + ASIDE)}/photo`,
  'gateway.content-origins': `http://localhost:${port(BEHIND.s3 + ASIDE)},http://localhost:${port(8407)}`,
};

/**
 * Settings for a fleet that reaches these stores through gates, and so does the browser. As system
 * properties, for only these outdo what the launcher says.
 */
export const GATED: Record<string, string> = {
  JAVA_TOOL_OPTIONS: Object.entries(REACHED)
    .map(([key, value]) => `-D${key}=${value}`)
    .join(' '),
};

export async function openGates(): Promise<Gates> {
  const gate = (store: keyof Gates) => new Gate(port(BEHIND[store] + ASIDE), port(BEHIND[store]));
  const gates = { s3: gate('s3'), postgres: gate('postgres'), sqs: gate('sqs') };
  for (const one of Object.values(gates)) await one.open();
  return gates;
}

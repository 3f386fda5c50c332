import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { API } from './fleet.ts';
import { eventually } from './eventually.ts';
import { codeFor } from './mailbox.ts';
import type { Picture } from './pictures.ts';

export const PASSWORD = 'Correct-horse-7-battery';

/** An answer of the API; `body` is what it says, whatever its form. */
export interface Answer {
  status: number;
  contentType: string;
  headers: Headers;
  // The tests look at many shapes; the contract itself is checked by each service.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

interface Options {
  token?: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
}

/** Calls once, and again after the time it is told to wait: all tests come from one address. */
export async function call(method: string, path: string, options: Options = {}): Promise<Answer> {
  const answer = await callOnce(method, path, options);
  if (answer.status !== 429 || answer.body.code !== 'rate-limited') return answer;
  await wait(Number(answer.headers.get('retry-after')) * 1000);
  return call(method, path, options);
}

export async function callOnce(method: string, path: string, options: Options = {}): Promise<Answer> {
  const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const answer = await fetch(API + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(payload === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(options.token ? { Authorization: `Bearer ${options.token}` } : {}),
      ...options.headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await answer.text();
  const contentType = answer.headers.get('content-type') ?? '';
  const body = contentType.includes('json') && text ? JSON.parse(text) : text;
  return { status: answer.status, contentType, headers: answer.headers, body };
}

/** What the API sent in `POST /uploads` for a file it takes. */
interface Accepted {
  uploadId: string;
  put: { url: string; headers: Record<string, string> };
}

/** A person with an account, signed in anew whenever their token is about to expire. */
export class Person {
  private token = '';
  private renewAt = 0;

  private constructor(
    readonly email: string,
    readonly displayName: string,
  ) {}

  /** Signs up with the code from the mailbox. */
  static async signUp(displayName: string): Promise<Person> {
    const person = new Person(`${displayName.toLowerCase()}-${randomUUID()}@example.com`, displayName);
    const signedUp = await call('POST', '/auth/sign-up', {
      body: { email: person.email, password: PASSWORD, displayName },
    });
    if (signedUp.status !== 202) throw new Error(`sign-up: ${JSON.stringify(signedUp.body)}`);
    const code = await codeFor(person.email);
    const confirmed = await call('POST', '/auth/confirm', { body: { email: person.email, code } });
    if (confirmed.status !== 204) throw new Error(`confirm: ${JSON.stringify(confirmed.body)}`);
    return person;
  }

  /** Takes a new token at the next call, with the roles the person has by then. */
  signInAgain(): void {
    this.renewAt = 0;
  }

  async accessToken(): Promise<string> {
    if (Date.now() > this.renewAt) {
      const answer = await this.signIn();
      if (answer.status !== 200) throw new Error(`sign-in: ${JSON.stringify(answer.body)}`);
      this.token = answer.body.accessToken;
      this.renewAt = Date.now() + 120_000;
    }
    return this.token;
  }

  /** Signs in beside whatever other sessions there are. */
  async signIn(): Promise<Answer> {
    return call('POST', '/auth/sign-in', { body: { email: this.email, password: PASSWORD } });
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const token = await this.accessToken();
    return call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
  }

  /** Mints uploads for the pictures and answers the results in their order. */
  async mint(pictures: Picture[]): Promise<Answer> {
    const files = pictures.map((picture, index) => ({
      clientId: String(index),
      name: picture.name,
      contentType: picture.contentType,
      size: picture.bytes.length,
      sha256: sha256(picture.bytes),
    }));
    return this.call('POST', '/uploads', { files });
  }

  /** Mints, puts and completes; answers the media ids in the order of the pictures. */
  async upload(pictures: Picture[]): Promise<string[]> {
    const minted = await this.mint(pictures);
    const accepted = minted.body.results as Accepted[];
    await Promise.all(accepted.map((upload, index) => put(upload, pictures[index]!.bytes)));
    const completed = await this.call('POST', '/uploads/complete', {
      uploads: accepted.map((upload) => ({ id: upload.uploadId })),
    });
    return completed.body.results.map((result: { mediaId: string }) => result.mediaId);
  }

  /** Returns the media once it is no longer being processed. */
  async processed(mediaId: string, milliseconds = 60_000): Promise<Answer['body']> {
    return eventually(`media ${mediaId} is processed`, milliseconds, async () => {
      const answer = await this.call('GET', `/media/${mediaId}`);
      return answer.status === 200 && answer.body.state !== 'PROCESSING' ? answer.body : undefined;
    });
  }

  async makeFilm(mediaIds: string[], title: string): Promise<string> {
    const asked = await this.call('POST', '/videos', { title, source: { mediaIds }, options: {} });
    if (asked.status !== 202) throw new Error(`film: ${JSON.stringify(asked.body)}`);
    return asked.body.id;
  }

  async filmReady(id: string, milliseconds = 150_000): Promise<Answer['body']> {
    return eventually(`film ${id} is ready`, milliseconds, async () => {
      const answer = await this.call('GET', `/videos/${id}`);
      return ['READY', 'FAILED'].includes(answer.body.status) ? answer.body : undefined;
    });
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Puts bytes to the store with just the headers that the API named. */
export async function put(upload: Accepted, bytes: Uint8Array, more: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(upload.put.url, {
    method: 'PUT',
    headers: { ...upload.put.headers, ...more },
    body: bytes as unknown as BodyInit,
  });
  await answer.arrayBuffer();
  return answer.status;
}

import { texts } from './texts';

/** A failure in the form of RFC 9457, as every service answers it. */
export interface Problem {
  code: string;
  title: string;
  status: number;
  detail: string;
  errors: FieldError[];
  requestId?: string;
  retryAfterMs?: number;
  /** The moment from which a further try may do better, by this machine's clock. */
  retryAt?: number;
}

export interface FieldError {
  path: string;
  message: string;
}

/** Thrown by every call that fails; status 0 means that no answer came at all. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** No answer came at all. */
export const unreachable: Problem = {
  code: 'unreachable',
  title: texts.problems.unreachableTitle,
  status: 0,
  detail: texts.problems.unreachable,
  errors: [],
};

const tooOften = texts.problems.tooOften;

/** Where the app knows better what to do than the service does. */
const ownDetails: Record<string, string> = {
  'account-suspended': texts.problems.suspended,
  'account-closed': texts.problems.closed,
  'too-many-attempts': tooOften,
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((error) => {
    const message = text(error.message);
    return message ? [{ path: text(error.path) ?? '', message }] : [];
  });
}

/** Seconds, or a date, which proxies prefer. */
function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}

function detailOf(status: number, record: Record<string, unknown>): string {
  if (status >= 500) return texts.problems.server;
  const ours = ownDetails[text(record.code) ?? ''] ?? (status === 429 ? tooOften : undefined);
  return ours ?? text(record.detail) ?? text(record.title) ?? texts.problems.unexpected;
}

/** Reads a problem from any body: proxies and crashed upstreams may answer something else. */
export function readProblem(response: Response, body: unknown): Problem {
  const record = isRecord(body) ? body : {};
  const wait = retryAfterMs(response.headers.get('Retry-After'));
  return {
    code: text(record.code) ?? `http-${response.status}`,
    title:
      response.status >= 500
        ? texts.problems.serverTitle
        : (text(record.title) ?? texts.problems.unexpectedTitle),
    status: response.status,
    detail: detailOf(response.status, record),
    errors: readErrors(record.errors),
    requestId: text(record.requestId) ?? response.headers.get('X-Request-Id') ?? undefined,
    retryAfterMs: wait,
    retryAt: wait === undefined ? undefined : Date.now() + wait,
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** What a caught value means to a person. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof TypeError || isTimeout(error)) return unreachable;
  return {
    code: 'unexpected',
    title: texts.problems.unexpectedTitle,
    status: 0,
    detail: texts.problems.unexpected,
    errors: [],
  };
}

/** True where the same call may succeed a little later. */
export function isPassing(problem: Problem): boolean {
  return (
    problem.code === 'unreachable' ||
    // The first of two like requests is still running, or died a moment ago.
    problem.code === 'idempotency-key-in-use' ||
    problem.status === 408 ||
    problem.status === 429 ||
    problem.status >= 500
  );
}

/** First message per field; `signUp.request.email` and `email` are the same field. */
export function fieldMessages(problem: Problem): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { path, message } of problem.errors) {
    const field = path.split('.').at(-1) ?? path;
    messages[field] ??= message;
  }
  return messages;
}

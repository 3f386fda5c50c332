import type { Ending } from './session';

const barrings: Record<string, Ending> = {
  'account-suspended': 'suspended',
  'account-closed': 'closed',
};

/** Whether a refusal is of the account as a whole, by which every session of it has ended. */
export function barringOf(body: unknown): Ending | undefined {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? barrings[code] : undefined;
}

export interface Credentials {
  email: string;
  password: string;
}

/**
 * What was typed before the code had to be fetched from the mailbox. It is kept in this page's
 * memory alone (history entries and storage reach the disk) and is gone with the next reload.
 */
let kept: Credentials | undefined;

export function keepCredentials(credentials: Credentials): void {
  kept = credentials;
}

/** Hands them out once, and only for the address that they belong to. */
export function takeCredentials(email: string): Credentials | undefined {
  const taken = kept;
  kept = undefined;
  return taken?.email === email ? taken : undefined;
}

export function forgetCredentials(): void {
  kept = undefined;
}

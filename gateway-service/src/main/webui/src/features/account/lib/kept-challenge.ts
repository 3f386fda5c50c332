export interface Challenge {
  email: string;
  session: string;
}

/** A sign-in whose code is due: half of a key, so kept in this page's memory alone. */
let kept: Challenge | undefined;

export function keepChallenge(challenge: Challenge): void {
  kept = challenge;
}

export function keptChallenge(): Challenge | undefined {
  return kept;
}

export function forgetChallenge(): void {
  kept = undefined;
}

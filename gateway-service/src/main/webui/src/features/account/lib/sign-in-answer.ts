import type { SessionTokens, SignInChallenge } from '@/lib/api/contract';
import { keepChallenge } from './kept-challenge';

/** The tokens of an answer; where a code is due before them, keeps what it is due for. */
export function tokensOf(
  answer: SessionTokens | SignInChallenge,
  email: string,
): SessionTokens | undefined {
  if ('accessToken' in answer) return answer;
  keepChallenge({ email, session: answer.session });
  return undefined;
}

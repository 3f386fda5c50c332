import type { Problem } from '@/lib/problem';
import { texts } from '@/lib/texts';

/** Refusals whose wire text counts bytes, which says little to a person. */
const plainReasons: Readonly<Record<string, string>> = {
  'file-empty': texts.upload.empty,
  'quota-exceeded': texts.upload.libraryFull,
  'daily-limit-exceeded': texts.upload.dailyLimit,
};

/** Why a file failed, in a sentence to stand beside its name. */
export function reasonOf(problem: Problem): string {
  return plainReasons[problem.code] ?? problem.errors[0]?.message ?? problem.detail;
}

import { useState } from 'react';
import { fieldMessages, toProblem } from '@/lib/problem';

export type FieldErrors = Record<string, string>;

/** Errors by field, from the form's own check before sending and from the service after it. */
export function useFieldErrors(failure: unknown, fields: readonly string[]) {
  const [own, setOwn] = useState<FieldErrors>({});
  const theirs = failure ? fieldMessages(toProblem(failure)) : {};
  const told = fields.some((field) => theirs[field] !== undefined);
  return {
    errors: { ...theirs, ...own },
    /** True when all is well; otherwise shows what isn't. */
    check(found: FieldErrors): boolean {
      setOwn(found);
      return Object.keys(found).length === 0;
    },
    /** The failure itself, unless a field tells it already. */
    remaining: told ? undefined : (failure ?? undefined),
  };
}

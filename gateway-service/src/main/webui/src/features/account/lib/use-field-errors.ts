import { type ChangeEvent, useEffect, useState } from 'react';
import { fieldMessages, ProblemError } from '@/lib/problem';

interface FieldProps {
  name: string;
  error: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

interface FieldErrors<Field extends string> {
  /** Tells whether all is well; if not, the fields show what isn't, and the first gets the focus. */
  check: () => boolean;
  props: (field: Field, change: (value: string) => void) => FieldProps;
  /** The failure, where it belongs to none of the fields. */
  rest: Error | null;
  /** Begins anew, with no word on what is still empty. */
  reset: () => void;
}

/** Failures that are about one field, whether or not the answer says so, in the app's own words. */
export type KnownFaults<Field extends string> = Readonly<Record<string, [Field, string]>>;

/** Where the failure is about one thing, its own sentence says more than a field's predicate. */
function messagesOf(failure: Error | null, known: KnownFaults<string>): Record<string, string> {
  if (!(failure instanceof ProblemError)) return {};
  const { problem } = failure;
  const [field, message] = known[problem.code] ?? [];
  if (field && message) return { [field]: message };
  const messages = fieldMessages(problem);
  if (problem.code === 'invalid-request') return messages;
  return Object.fromEntries(Object.keys(messages).map((each) => [each, problem.detail]));
}

/** `must have a digit` reads as `Must have a digit.` below its field. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function focusField(field: string): void {
  document.querySelector<HTMLInputElement>(`form input[name="${field}"]`)?.focus();
}

/**
 * Puts what is wrong at the field it is about: what the page can tell itself, once one tries to
 * submit; what the service answers, until that field is changed.
 */
export function useFieldErrors<Field extends string>(
  failure: Error | null,
  faults: Record<Field, string | false>,
  known: KnownFaults<NoInfer<Field>> = {},
): FieldErrors<Field> {
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState<{ failure: Error | null; fields: ReadonlySet<string> }>({
    failure: null,
    fields: new Set(),
  });
  const changedSince = changed.failure === failure ? changed.fields : new Set<string>();
  const served = messagesOf(failure, known);
  const fields = Object.keys(faults) as Field[];
  const placed = fields.find((field) => field in served);

  useEffect(() => {
    if (failure && placed) focusField(placed);
  }, [failure, placed]);

  function errorOf(field: Field): string | undefined {
    const own = tried && faults[field];
    if (own) return own;
    const message = served[field];
    return message && !changedSince.has(field) ? sentence(message) : undefined;
  }

  return {
    check: () => {
      setTried(true);
      const first = fields.find((field) => faults[field]);
      if (first) focusField(first);
      return !first;
    },
    props: (field, change) => ({
      name: field,
      error: errorOf(field),
      onChange: (event) => {
        change(event.target.value);
        setChanged({ failure, fields: new Set([...changedSince, field]) });
      },
    }),
    rest: placed ? null : failure,
    reset: () => {
      setTried(false);
    },
  };
}

import { type ChangeEvent, useState } from 'react';
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
  rest: unknown;
}

/** Where the failure is about one thing, its own sentence says more than a field's predicate. */
function messagesOf(failure: unknown): Record<string, string> {
  if (!(failure instanceof ProblemError)) return {};
  const { problem } = failure;
  const messages = fieldMessages(problem);
  if (problem.code === 'invalid-request') return messages;
  return Object.fromEntries(Object.keys(messages).map((field) => [field, problem.detail]));
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
  failure: unknown,
  faults: Record<Field, string | false>,
): FieldErrors<Field> {
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState<{ failure: unknown; fields: ReadonlySet<string> }>({
    failure: undefined,
    fields: new Set(),
  });
  const changedSince = changed.failure === failure ? changed.fields : new Set<string>();
  const served = messagesOf(failure);
  const fields = Object.keys(faults) as Field[];
  const placed = fields.some((field) => field in served);

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
    rest: placed ? undefined : failure,
  };
}

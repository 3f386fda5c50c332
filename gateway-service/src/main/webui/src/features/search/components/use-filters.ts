import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, type Filters, readFilters } from '../lib/filters';

/** Words are looked for as one types, once the fingers rest. */
const restMs = 300;

/** What is looked for, kept in the address; the words of the box get there a little later. */
export function useFilters() {
  const [query, setQuery] = useSearchParams();
  const filters = readFilters(query);
  const [text, setText] = useState(filters.q);
  const [known, setKnown] = useState(filters.q);
  const [sent, setSent] = useState(filters.q);

  // The address changed otherwise than by the box, perhaps by going back: the box follows.
  if (filters.q !== known) {
    setKnown(filters.q);
    if (filters.q !== sent) {
      setSent(filters.q);
      setText(filters.q);
    }
  }

  function go(next: Filters, replace: boolean) {
    setSent(next.q);
    if (addressOf(next) !== addressOf(filters)) setQuery(addressOf(next), { replace });
  }

  function change(change: Partial<Filters>) {
    const next = { ...filters, q: text.trim(), ...change };
    if (change.q !== undefined) setText(change.q);
    go(next, false);
  }

  const rest = useEffectEvent(() => {
    // What was sent may not be in the address yet, and would be lost.
    if (text.trim() !== sent) go({ ...filters, q: text.trim() }, true);
  });
  useEffect(() => {
    const timer = setTimeout(() => rest(), restMs);
    return () => clearTimeout(timer);
  }, [text]);

  return { filters, text, setText, change };
}

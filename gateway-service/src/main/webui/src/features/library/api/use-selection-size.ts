import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkDownload } from './media-calls';
import { chunksOf } from './use-library-actions';

/** As many as one check takes. */
const perCheck = 10_000;
/** A selection that is being made isn't measured at every step. */
const restMs = 400;

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

async function measure(ids: readonly string[]): Promise<number> {
  let total = 0;
  for (const chunk of chunksOf(ids, perCheck)) total += (await checkDownload(chunk)).totalBytes;
  return total;
}

/** The bytes of all originals; undefined until known. */
export function useSelectionSize(ids: readonly string[]): number | undefined {
  const rested = useRested(ids);
  const { data } = useQuery({
    queryKey: ['selection-size', rested],
    queryFn: () => measure(rested),
    enabled: rested.length > 0,
    gcTime: 0,
    retry: false,
  });
  return rested === ids ? data : undefined;
}

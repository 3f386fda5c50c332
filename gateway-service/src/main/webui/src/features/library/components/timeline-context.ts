import { createContext, useContext } from 'react';
import type { Section } from '../lib/layout';
import type { Tile } from '../lib/tile';

export interface TimelineContextValue {
  sections: Section[];
  /** Those of the fetched months, in the order shown. */
  tiles: Tile[];
  want: (buckets: readonly string[]) => void;
}

export const TimelineContext = createContext<TimelineContextValue>({
  sections: [],
  tiles: [],
  want: () => undefined,
});

export function useTimelineContext(): TimelineContextValue {
  return useContext(TimelineContext);
}

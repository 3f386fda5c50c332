import { Star } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import { Entry } from './entry';
import styles from './info-panel.module.css';
import type { Patch } from './use-patch';

/** One to five stars; the one that is set takes them away. */
export function RatingEntry({ rating = 0, patch }: { rating: number | undefined; patch: Patch }) {
  const [wanted, setWanted] = useState<number>();
  const [error, setError] = useState<unknown>();
  const shown = wanted ?? rating;

  async function rate(stars: number) {
    const next = stars === rating ? 0 : stars;
    setWanted(next);
    setError(undefined);
    try {
      await patch({ rating: next || null }, texts.viewer.changed(texts.viewer.rating));
    } catch (failure) {
      setError(failure);
    } finally {
      setWanted(undefined);
    }
  }

  return (
    <Entry term={texts.viewer.rating}>
      <span className={styles.stars} role="group" aria-label={texts.viewer.rating}>
        {[1, 2, 3, 4, 5].map((stars) => (
          <button
            key={stars}
            type="button"
            className={styles.star}
            aria-label={texts.viewer.stars(stars)}
            aria-pressed={stars === shown}
            onClick={() => void rate(stars)}
          >
            <Star size={20} fill={stars <= shown ? 'currentColor' : 'none'} aria-hidden="true" />
          </button>
        ))}
      </span>
      {error !== undefined && <ProblemNotice error={error} />}
    </Entry>
  );
}

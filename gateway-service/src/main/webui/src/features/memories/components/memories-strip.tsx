import { useId } from 'react';
import { Link } from 'react-router';
import { Thumbnail } from '@/components/media/thumbnail';
import { useRenew } from '@/components/media/use-renew';
import { texts } from '@/lib/texts';
import { useMemories } from '../api/use-memories';
import { coverOf, localDay, type MemoryYear } from '../lib/memory';
import styles from './memories-strip.module.css';

interface CardProps {
  memory: MemoryYear;
  day: string;
  onBroken: () => void;
}

function Card({ memory, day, onBroken }: CardProps) {
  const { year, count } = memory;
  const ago = texts.memories.yearsAgo(Number(day.slice(0, 4)) - year);
  const cover = coverOf(memory);
  return (
    <li className={styles.item}>
      <Link
        className={styles.card}
        to={`/memories/${year}?on=${day}`}
        aria-label={texts.memories.card(ago, year, count)}
      >
        {/* What a tile says of itself would stand in the words. */}
        {cover && (
          <Thumbnail tile={{ ...cover, favorite: false, live: false }} onBroken={onBroken} />
        )}
        <span className={styles.label}>
          <span className={styles.ago}>{ago}</span>
          <span className={styles.count}>
            {year} · {texts.memories.count(count)}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** What was taken on this day in earlier years; nothing at all where there is nothing. */
export function MemoriesStrip() {
  const id = useId();
  const day = localDay(new Date());
  const { data, refetch } = useMemories(day);
  const renew = useRenew(() => void refetch());
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.strip} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {texts.memories.strip}
      </h2>
      <ul className={styles.cards}>
        {data.map((memory) => (
          <Card key={memory.year} memory={memory} day={day} onBroken={renew} />
        ))}
      </ul>
    </section>
  );
}

import { Camera, MapPin, Search, Tag, type LucideIcon } from 'lucide-react';
import type { Suggestion, SuggestionType } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import styles from './search-box.module.css';

const words = texts.search;

const icons: Record<SuggestionType, LucideIcon> = {
  TAG: Tag,
  PLACE: MapPin,
  CAMERA: Camera,
  WORD: Search,
};

interface SuggestionsProps {
  id: string;
  shown: boolean;
  suggestions: readonly Suggestion[];
  /** The line the arrow keys have come to; -1 for none. */
  active: number;
  optionId: (index: number) => string;
  onPick: (suggestion: Suggestion) => void;
}

/** The list under the box. The focus stays in the box, where its keys are. */
export function Suggestions(props: SuggestionsProps) {
  const { id, shown, suggestions, active, optionId, onPick } = props;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={words.suggestions}
      className={styles.list}
      hidden={!shown}
    >
      {shown &&
        suggestions.map((suggestion, index) => {
          const { type, value, count } = suggestion;
          const Icon = icons[type];
          return (
            // The box has the keys for all of them.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={`${type} ${value}`}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              aria-label={words.suggested(
                words.suggestionTypes[type],
                value,
                texts.library.count(count),
              )}
              tabIndex={-1}
              className={styles.option}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(suggestion)}
            >
              <Icon size={16} aria-hidden="true" />
              <span className={styles.value}>{value}</span>
              <span className={styles.type}>{words.suggestionTypes[type]}</span>
              <span className={styles.count}>{count.toLocaleString('en')}</span>
            </li>
          );
        })}
    </ul>
  );
}

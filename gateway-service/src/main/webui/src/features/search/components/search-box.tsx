import { Search, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react';
import { IconButton } from '@/components/button';
import type { Suggestion } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useSuggestions } from '../api/use-search';
import type { Chip } from '../lib/filters';
import styles from './search-box.module.css';
import { Suggestions } from './suggestions';
import { useLater } from './use-later';

const restMs = 150;
const words = texts.search;

interface SearchBoxProps {
  text: string;
  chips: readonly Chip[];
  takeFocus: boolean;
  onText: (text: string) => void;
  /** Enter: what is typed is meant as it is. */
  onSubmit: () => void;
  onPick: (suggestion: Suggestion) => void;
  onRemove: (chip: Chip) => void;
  onClear: () => void;
}

/** Whether the list is open, and which of its lines the arrow keys have come to. */
function useList(suggestions: readonly Suggestion[]) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && suggestions.length > 0;
  const active = shown ? Math.min(at, suggestions.length - 1) : -1;
  return {
    shown,
    active,
    show: () => setOpen(true),
    hide: () => {
      setOpen(false);
      setAt(-1);
    },
    reset: () => setAt(-1),
    /** Around the ends by way of the box itself. */
    move: (step: number) => {
      const lines = suggestions.length + 1;
      setOpen(true);
      setAt(((active + 1 + step + lines) % lines) - 1);
    },
  };
}

/** One box for words and chips, with suggestions: a combobox whose list is chosen from by hand. */
export function SearchBox({ text, chips, takeFocus, ...does }: SearchBoxProps) {
  const id = useId();
  const asked = useLater(text.trim(), restMs);
  const { data } = useSuggestions(asked);
  const suggestions = text.trim() === '' ? [] : (data ?? []);
  const list = useList(suggestions);

  function pick(suggestion: Suggestion) {
    list.hide();
    does.onPick(suggestion);
  }

  function submit() {
    const suggestion = suggestions[list.active];
    if (suggestion) pick(suggestion);
    else {
      list.hide();
      does.onSubmit();
    }
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // Keys that finish a word in an input method are not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const last = chips.at(-1);
    if (event.key === 'ArrowDown') list.move(1);
    else if (event.key === 'ArrowUp') list.move(-1);
    else if (event.key === 'Enter') submit();
    else if (event.key === 'Escape' && list.shown) list.hide();
    else if (event.key === 'Escape' && text !== '') does.onText('');
    else if (event.key === 'Backspace' && text === '' && last) does.onRemove(last);
    else return;
    event.preventDefault();
  }

  function leave(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) list.hide();
  }

  const optionId = (index: number) => `${id}-option-${index}`;
  return (
    <div className={styles.around} role="search" onBlur={leave}>
      <div className={styles.box}>
        <Search className={styles.glass} size={20} aria-hidden="true" />
        {chips.map((chip) => (
          <button
            key={chip.key}
            type="button"
            className={styles.chip}
            aria-label={words.remove(chip.label)}
            onClick={() => does.onRemove(chip)}
          >
            {chip.label}
            <X size={14} aria-hidden="true" />
          </button>
        ))}
        <input
          ref={takeFocus ? focusOnce : undefined}
          className={styles.input}
          role="combobox"
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          data-search-box=""
          aria-label={words.box}
          aria-autocomplete="list"
          aria-expanded={list.shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={list.active >= 0 ? optionId(list.active) : undefined}
          placeholder={chips.length === 0 ? words.placeholder : undefined}
          value={text}
          onChange={(event) => {
            list.reset();
            list.show();
            does.onText(event.target.value);
          }}
          onKeyDown={press}
        />
        {(text !== '' || chips.length > 0) && (
          <IconButton label={words.clear} icon={<X size={18} />} onClick={does.onClear} />
        )}
      </div>
      <Suggestions
        id={`${id}-list`}
        shown={list.shown}
        suggestions={suggestions}
        active={list.active}
        optionId={optionId}
        onPick={pick}
      />
      <p className="visually-hidden" role="status">
        {list.shown && words.suggestionCount(suggestions.length)}
      </p>
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus({ preventScroll: true });
}

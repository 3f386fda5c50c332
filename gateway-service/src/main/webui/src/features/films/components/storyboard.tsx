import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/button';
import { MediaThumb } from '@/components/media-thumb';
import { texts } from '@/lib/texts';
import { move } from '../lib/storyboard';
import styles from './storyboard.module.css';

interface StoryboardProps {
  ids: readonly string[];
  /** Positions that the service refused. */
  refused: ReadonlySet<number>;
  onChange: (ids: string[]) => void;
}

type Step = 'earlier' | 'later' | 'remove';

/** The film's photos in order; moved by dragging, or by buttons that keep the focus. */
export function Storyboard({ ids, refused, onChange }: StoryboardProps) {
  const list = useRef<HTMLOListElement>(null);
  const stepped = useRef<{ id: string; step: Step }>(undefined);
  const [dragged, setDragged] = useState<number>();
  const [target, setTarget] = useState<number>();
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    const last = stepped.current;
    stepped.current = undefined;
    if (last) focusStep(list.current, last.id, last.step);
  }, [ids]);

  const moveTo = (from: number, to: number) => {
    onChange(move(ids, from, to));
    setAnnouncement(texts.films.moved(to + 1));
  };
  const step = (from: number, direction: 'earlier' | 'later') => {
    const id = ids[from];
    if (id) stepped.current = { id, step: direction };
    moveTo(from, direction === 'earlier' ? from - 1 : from + 1);
  };
  const remove = (at: number) => {
    const neighbour = ids[at + 1] ?? ids[at - 1];
    if (neighbour) stepped.current = { id: neighbour, step: 'remove' };
    onChange(ids.filter((_, other) => other !== at));
  };
  const endDrag = () => {
    setDragged(undefined);
    setTarget(undefined);
  };
  const dragOver = (event: DragEvent, at: number) => {
    if (dragged === undefined) return;
    event.preventDefault();
    setTarget(at);
  };
  const drop = (event: DragEvent, at: number) => {
    if (dragged === undefined) return;
    event.preventDefault();
    if (dragged !== at) moveTo(dragged, at);
    endDrag();
  };

  return (
    <>
      <ol ref={list} className={styles.strip} aria-label={texts.films.storyboard}>
        {ids.map((id, at) => (
          <li
            key={id}
            className={styles.frame}
            data-id={id}
            data-refused={refused.has(at) || undefined}
            data-dragged={dragged === at || undefined}
            data-target={dropSide(dragged, target, at)}
            draggable
            onDragStart={({ dataTransfer }) => {
              dataTransfer.effectAllowed = 'move';
              // Firefox drags nothing that carries nothing.
              dataTransfer.setData('text/plain', String(at + 1));
              setDragged(at);
            }}
            onDragOver={(event) => dragOver(event, at)}
            onDrop={(event) => drop(event, at)}
            onDragEnd={endDrag}
          >
            <span className={styles.picture}>
              <MediaThumb kind="PHOTO" mediaId={id} />
            </span>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            <span className="visually-hidden">{texts.films.photoAt(at + 1, ids.length)}</span>
            {refused.has(at) && <span className={styles.refused}>{texts.films.unusable}</span>}
            <span className={styles.actions}>
              <IconButton
                label={texts.films.moveEarlier(at + 1)}
                icon={<ChevronLeft size={18} />}
                data-step="earlier"
                disabled={at === 0}
                onClick={() => step(at, 'earlier')}
              />
              <IconButton
                label={texts.films.removePhoto(at + 1)}
                icon={<X size={16} />}
                data-step="remove"
                onClick={() => remove(at)}
              />
              <IconButton
                label={texts.films.moveLater(at + 1)}
                icon={<ChevronRight size={18} />}
                data-step="later"
                disabled={at === ids.length - 1}
                onClick={() => step(at, 'later')}
              />
            </span>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </>
  );
}

function dropSide(dragged: number | undefined, target: number | undefined, at: number) {
  if (dragged === undefined || target !== at || dragged === at) return undefined;
  return dragged < at ? 'after' : 'before';
}

/** Moving or removing a node takes the focus from it; at either end only other steps are left. */
function focusStep(list: HTMLElement | null, id: string, step: Step): void {
  const frame = list?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const same = frame?.querySelector<HTMLButtonElement>(`[data-step="${step}"]`);
  const other = frame?.querySelector<HTMLButtonElement>('[data-step]:enabled');
  if (same?.disabled === false) same.focus();
  else other?.focus();
}

import { CircleAlert, X } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import { isTyping } from '@/lib/typing';
import { texts } from '@/lib/texts';
import styles from './toast.module.css';
import { type Toast, toasts } from './toast-store';

export { showToast, type ToastMessage } from './toast-store';

/** Long enough to read it, find the key or the pointer, and change one's mind. */
const defaultSeconds = 10;

/** Counts down while not held; what was left is left when the hand goes away. */
function useCountdown(toast: Toast, held: boolean): void {
  const left = useRef((toast.seconds ?? defaultSeconds) * 1_000);
  useEffect(() => {
    if (held) return;
    const since = performance.now();
    const timer = setTimeout(() => toasts.dismiss(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (performance.now() - since));
    };
  }, [toast.id, held]);
}

function Line({ toast }: { toast: Toast }) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  useCountdown(toast, pointed || focused);
  return (
    <div
      className={styles.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {toast.tone === 'problem' && <CircleAlert size={18} aria-hidden="true" />}
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <button type="button" className={styles.action} onClick={() => toasts.act(toast.id)}>
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={texts.app.dismiss}
        title={texts.app.dismiss}
        onClick={() => toasts.dismiss(toast.id)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Ctrl+Z or ⌘Z undoes what the newest toast with an undo tells of, except while typing. */
function useUndoKey(active: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const undo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    if (!undo || event.shiftKey || event.altKey || isTyping(event.target)) return;
    const newest = toasts.getToasts().findLast(({ action }) => action?.undoes);
    if (!newest) return;
    event.preventDefault();
    toasts.act(newest.id);
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}

/**
 * Where toasts appear, read out as they come. One is part of the app; a modal dialog brings its own,
 * as all else is out of reach while it is open.
 */
export function ToastRegion() {
  const id = useId();
  const top = useSyncExternalStore(toasts.subscribe, toasts.getTopRegion);
  const shown = useSyncExternalStore(toasts.subscribe, toasts.getToasts);
  useEffect(() => toasts.addRegion(id), [id]);
  const mine = top === id;
  useUndoKey(mine);
  return (
    <div className={styles.region} role="status" aria-label={texts.app.messages}>
      {mine && shown.map((toast) => <Line key={toast.id} toast={toast} />)}
    </div>
  );
}

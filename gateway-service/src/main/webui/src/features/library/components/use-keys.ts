import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isTyping } from '@/lib/typing';

/** What a key does; false where it did nothing, so that the browser's own meaning stands. */
export type KeyAction = () => unknown;

/** By `event.key`; letters tell Shift by their case, Ctrl and ⌘ are `Mod+`. */
export type KeyActions = Readonly<Record<string, KeyAction | undefined>>;

/** A button or a player takes Space and arrows for itself. */
function takes(target: EventTarget | null, key: string): boolean {
  if (isTyping(target)) return true;
  if (!(target instanceof Element)) return false;
  if (target.matches('audio, video, [role=slider], input')) {
    return key === ' ' || key.startsWith('Arrow');
  }
  return key === ' ' && target.matches('button, summary, [role=button]');
}

/** Letters by Shift alone: Caps Lock isn't meant. */
function nameOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  if (ctrlKey || metaKey) return `Mod+${key.toLowerCase()}`;
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

/** Whether another dialog is open, which has the keys to itself. */
function isCovered(within: Element | null): boolean {
  const open = [...document.querySelectorAll('dialog[open]')];
  return open.length > 0 && open.at(-1) !== within;
}

/**
 * Keys of a page or, where `within` is given, of a dialog; left alone while something is typed, and
 * while another dialog is open.
 */
export function useKeys(
  active: boolean,
  actions: KeyActions,
  within?: RefObject<Element | null>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || takes(event.target, event.key)) return;
    if (isCovered(within?.current ?? null)) return;
    const action = actions[nameOf(event)];
    if (action && action() !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}

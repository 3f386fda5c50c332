import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '@/lib/typing';

/** A slash leads to the search page from any other; the page's box takes the focus by itself. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== '/' || !plain || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const box = document.querySelector<HTMLInputElement>('[data-search-box]');
    if (!box) void navigate('/search', { state: { focus: true } });
    box?.focus();
    box?.select();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

import { useLayoutEffect, useRef } from 'react';

/** Opens a dialog above all else, with the page behind it inert and unable to scroll. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const root = document.documentElement;
    const before = root.style.overflow;
    root.style.overflow = 'hidden';
    element?.showModal();
    return () => {
      element?.close();
      root.style.overflow = before;
    };
  }, []);
  return dialog;
}

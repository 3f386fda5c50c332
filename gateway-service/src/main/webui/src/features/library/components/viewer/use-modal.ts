import { useLayoutEffect, useRef } from 'react';

/** Opens a dialog above all else, with the page behind it inert and unable to scroll. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const root = document.documentElement;
    const { overflow, background } = root.style;
    root.style.overflow = 'hidden';
    // Shows where the scroll bar was.
    root.style.background = '#000';
    element?.showModal();
    // Not its first button, which would take Space for itself.
    element?.focus();
    return () => {
      element?.close();
      Object.assign(root.style, { overflow, background });
    };
  }, []);
  return dialog;
}

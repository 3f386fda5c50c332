import type { NavigateFunction } from 'react-router';

/** Puts the cursor into the page's search box; where there is none, goes to where one is. */
export function goToSearch(navigate: NavigateFunction): void {
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  if (box?.checkVisibility?.()) box.focus();
  else void navigate('/search');
}

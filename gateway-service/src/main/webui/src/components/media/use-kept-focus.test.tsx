import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useKeptFocus } from './use-kept-focus';

function Grid({ shown, round }: { shown: readonly string[]; round: number }) {
  const [element, setElement] = useState<HTMLElement>();
  const give = useKeptFocus(element);
  const ask = () => give('c');
  return (
    <>
      <div ref={(found) => setElement(found ?? undefined)}>
        {shown.map((id) => (
          <div key={`${id}${round}`} data-tile-box>
            <a href={id} data-tile={id}>
              {id}
            </a>
          </div>
        ))}
      </div>
      <button type="button" onClick={ask}>
        Elsewhere
      </button>
    </>
  );
}

function focused(): string | undefined {
  return document.activeElement instanceof HTMLElement
    ? document.activeElement.dataset.tile
    : undefined;
}

it('givesTheFocusOnceTheTileIsDrawn', () => {
  const { rerender } = render(<Grid shown={['a', 'b']} round={1} />);
  screen.getByRole('link', { name: 'a' }).focus();
  screen.getByRole('button').click();
  expect(focused()).toBe('a');
  rerender(<Grid shown={['b', 'c']} round={1} />);
  expect(focused()).toBe('c');
});

it('keepsTheFocusWhereATileIsDrawnAnewAndWhenItComesBack', () => {
  const { rerender } = render(<Grid shown={['a', 'b']} round={1} />);
  screen.getByRole('link', { name: 'b' }).focus();
  rerender(<Grid shown={['a', 'b']} round={2} />);
  expect(focused()).toBe('b');
  rerender(<Grid shown={['y', 'z']} round={2} />);
  expect(focused()).toBeUndefined();
  rerender(<Grid shown={['a', 'b']} round={2} />);
  expect(focused()).toBe('b');
});

it('takesNoFocusBackThatWentElsewhere', async () => {
  const { rerender } = render(<Grid shown={['a']} round={1} />);
  screen.getByRole('link', { name: 'a' }).focus();
  screen.getByRole('button').focus();
  screen.getByRole('button').blur();
  rerender(<Grid shown={['a']} round={2} />);
  expect(document.activeElement).toBe(document.body);

  screen.getByRole('link', { name: 'a' }).focus();
  screen.getByRole('link', { name: 'a' }).blur();
  await Promise.resolve();
  rerender(<Grid shown={['a']} round={3} />);
  expect(document.activeElement).toBe(document.body);
});

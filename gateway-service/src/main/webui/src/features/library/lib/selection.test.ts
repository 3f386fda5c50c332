import { describe, expect, it } from 'vitest';
import {
  nothingSelected,
  selectedTiles,
  type SelectionAction,
  selectionReducer,
} from './selection';
import { someTile } from './tile-fixture';

const [a, b, c] = [
  someTile('a', '2024-05-03'),
  someTile('b', '2024-05-02'),
  someTile('c', '2024-04-30'),
];

function reduce(...actions: SelectionAction[]) {
  return actions.reduce(selectionReducer, nothingSelected);
}

function after(...actions: SelectionAction[]): string[] {
  return [...reduce(...actions).tiles.keys()];
}

describe('selectionReducer', () => {
  it('takesATouchedOneInAndOutAgain', () => {
    expect(after({ type: 'toggle', tile: a }, { type: 'toggle', tile: b })).toEqual(['a', 'b']);
    expect(after({ type: 'toggle', tile: a }, { type: 'toggle', tile: a })).toEqual([]);
  });

  it('completesADayBeforeItClearsIt', () => {
    const day: SelectionAction = { type: 'toggleAll', tiles: [a, b] };
    expect(after({ type: 'toggle', tile: a }, day)).toEqual(['a', 'b']);
    expect(after({ type: 'toggle', tile: a }, day, day)).toEqual([]);
  });

  it('givesBackWhatADragPassedOver', () => {
    const base = reduce({ type: 'toggle', tile: c });
    const dragged = selectionReducer(base, { type: 'replace', selection: base, with: [a, b] });
    const shorter = selectionReducer(dragged, { type: 'replace', selection: base, with: [a] });
    expect([...shorter.tiles.keys()]).toEqual(['c', 'a']);
  });

  it('showsAChangeOfWhatIsSelectedOnly', () => {
    const selection = reduce(
      { type: 'toggle', tile: a },
      { type: 'update', tiles: [{ ...a, favorite: true }, b] },
    );
    expect(selectedTiles(selection)).toEqual([{ ...a, favorite: true }]);
  });

  it('forgetsWhatIsRemovedAndEverythingWhenCleared', () => {
    const all: SelectionAction = { type: 'add', tiles: [a, b, c], anchor: c };
    expect(after(all, { type: 'remove', ids: ['b'] })).toEqual(['a', 'c']);
    expect(after(all, { type: 'clear' })).toEqual([]);
  });
});

describe('selectedTiles', () => {
  it('isNewestFirstHoweverSelected', () => {
    const selection = reduce({ type: 'add', tiles: [c, a, b], anchor: b });
    expect(selectedTiles(selection).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

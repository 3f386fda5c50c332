import { describe, expect, it } from 'vitest';
import { nothingSelected, type SelectionAction, selectionReducer } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];

function after(...actions: SelectionAction[]): string[] {
  return [...actions.reduce(selectionReducer, nothingSelected).ids];
}

describe('selectionReducer', () => {
  it('extendsFromTheLastOneTouchedInEitherDirection', () => {
    expect(after({ type: 'toggle', id: 'd' }, { type: 'extend', id: 'b', order })).toEqual([
      'd',
      'b',
      'c',
    ]);
  });

  it('selectsJustTheOneWhenThereIsNothingToExtend', () => {
    expect(after({ type: 'extend', id: 'c', order })).toEqual(['c']);
  });

  it('completesADayBeforeItClearsIt', () => {
    const day: SelectionAction = { type: 'toggleAll', ids: ['a', 'b'] };
    expect(after({ type: 'toggle', id: 'a' }, day)).toEqual(['a', 'b']);
    expect(after({ type: 'toggle', id: 'a' }, day, day)).toEqual([]);
  });

  it('forgetsEverythingWhenCleared', () => {
    expect(after({ type: 'toggle', id: 'a' }, { type: 'clear' })).toEqual([]);
  });
});

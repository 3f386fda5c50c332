import { describe, expect, it } from 'vitest';
import { filmLengthMs, move, pickedIds, refusedPositions } from './storyboard';

describe('move', () => {
  it('takes one to another place, both ways', () => {
    expect(move(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(move(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });

  it('leaves the list alone beyond its ends', () => {
    expect(move(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(move(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
    expect(move(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });
});

describe('filmLengthMs', () => {
  it('counts whole frames', () => {
    expect(filmLengthMs(5, 3)).toBe(15_000);
    expect(filmLengthMs(3, 1.01)).toBe(3_000);
  });
});

describe('pickedIds', () => {
  it('reads the address, each once', () => {
    expect(pickedIds(new URLSearchParams('ids=a,b,,a'), null)).toEqual(['a', 'b']);
  });

  it('prefers the history entry, which takes any number', () => {
    expect(pickedIds(new URLSearchParams('ids=a'), { mediaIds: ['b', 7, 'c'] })).toEqual([
      'b',
      'c',
    ]);
  });

  it('finds nothing where nothing was picked', () => {
    expect(pickedIds(new URLSearchParams(), undefined)).toEqual([]);
  });
});

describe('refusedPositions', () => {
  it('tells which photos a refusal names', () => {
    const paths = ['source.mediaIds[1]', 'create.request.source.mediaIds[12]', 'title'];
    expect([...refusedPositions(paths)]).toEqual([1, 12]);
  });
});

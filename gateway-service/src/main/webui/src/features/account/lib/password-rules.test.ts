import { describe, expect, it } from 'vitest';
import { checkPassword, isGoodPassword } from './password-rules';

function unmet(password: string): string[] {
  return checkPassword(password).flatMap(({ rule, met }) => (met ? [] : [rule]));
}

describe('password rules', () => {
  it.each([
    ['', ['length', 'upper', 'lower', 'digit', 'symbol']],
    ['Aa1-', ['length']],
    ['abcdefg1-', ['upper']],
    ['ABCDEFG1-', ['lower']],
    ['Abcdefgh-', ['digit']],
    ['Abcdefg1', ['symbol']],
    ['Abcdefg1 ', ['symbol', 'edges']],
    ['Äbcdefg1-', ['upper']],
    ['Abcdefg1€', ['symbol']],
  ])('tell what is missing of %j', (password, rules) => {
    expect(unmet(password)).toEqual(rules);
  });

  it.each(['Abcdefg1-', 'Abc 1234', 'Aa1^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+'])(
    'are content with %j',
    (password) => {
      expect(isGoodPassword(password)).toBe(true);
    },
  );
});

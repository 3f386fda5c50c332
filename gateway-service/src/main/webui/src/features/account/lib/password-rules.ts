export type PasswordRule = 'length' | 'upper' | 'lower' | 'digit' | 'symbol' | 'edges';

/** The list of the user pool; a space counts inside, not at either end. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=.) (?=.)/;

const rules: Record<PasswordRule, (password: string) => boolean> = {
  length: (password) => password.length >= 8,
  upper: (password) => /[A-Z]/.test(password),
  lower: (password) => /[a-z]/.test(password),
  digit: (password) => /[0-9]/.test(password),
  symbol: (password) => symbol.test(password),
  edges: (password) => password === password.trim(),
};

/** The rules as auth-service has them, each with whether the password meets it. */
export function checkPassword(password: string): { rule: PasswordRule; met: boolean }[] {
  return (Object.keys(rules) as PasswordRule[]).map((rule) => ({
    rule,
    met: rules[rule](password),
  }));
}

export function isGoodPassword(password: string): boolean {
  return checkPassword(password).every(({ met }) => met);
}

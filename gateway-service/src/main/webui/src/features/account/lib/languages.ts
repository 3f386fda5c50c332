/** Those of the browsers, the most spoken ones, and the one that is chosen. */
const common = [
  'en',
  'cs',
  'da',
  'de',
  'es',
  'fi',
  'fr',
  'hu',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'sv',
  'tr',
  'uk',
  'zh',
];

/** Tags and their names, each in its own language, in the order of the names. */
export function languages(chosen: string): { tag: string; name: string }[] {
  const tags = new Set([...common, ...navigator.languages, chosen]);
  return [...tags]
    .map((tag) => ({ tag, name: nameOf(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag; // no tag that a browser knows, yet the account has it
  }
}

export const maxTagLength = 64;

/** Tags that differ in case only are one; the first way of writing it stays. */
export function addTag(tags: readonly string[], entered: string): string[] {
  const tag = entered.trim().replaceAll(/\s+/g, ' ');
  const known = tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  return tag === '' || known ? [...tags] : [...tags, tag];
}

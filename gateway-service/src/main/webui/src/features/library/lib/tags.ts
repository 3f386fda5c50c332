export const maxTagLength = 64;

/** What is entered at once, perhaps pasted: a comma ends a tag. */
export function addTags(tags: readonly string[], entered: string): string[] {
  return entered.split(',').reduce(addTag, [...tags]);
}

/** Tags that differ in case only are one; the first way of writing it stays. */
function addTag(tags: readonly string[], entered: string): string[] {
  const tag = entered.trim().replaceAll(/\s+/g, ' ');
  const known = tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  return tag === '' || known ? [...tags] : [...tags, tag];
}

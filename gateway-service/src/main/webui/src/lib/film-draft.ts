const key = 'albumen.film-draft';
let draft: readonly string[] | undefined;

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** The photos picked for the next film, in order; they outlive a reload, not the tab. */
export function readFilmDraft(): readonly string[] {
  draft ??= stored();
  return draft;
}

export function writeFilmDraft(mediaIds: readonly string[]): void {
  draft = mediaIds;
  try {
    sessionStorage.setItem(key, JSON.stringify(mediaIds));
  } catch {
    // Storage may be forbidden: the draft then lasts as long as the page.
  }
}

import { answer, api } from '@/lib/api/client';
import type { Media } from '@/lib/api/contract';
import type { components as photo } from '@/lib/api/generated/photo-service';

/** What can be changed of one medium; null takes it away. */
export type MediaPatch = photo['schemas']['MediaPatch'];
/** What can be changed of many at once. */
export type MediaChanges = photo['schemas']['MediaChanges'];
export type DateChange = photo['schemas']['TakenAtChange'];
export type MediaVersion = photo['schemas']['Version'];

/** One line of an answer about many: it went well unless it has a problem. */
export interface ItemResult {
  id: string;
  problem?: { code?: string; title?: string; detail?: string };
}

const one = (id: string) => ({ params: { path: { id } } });

export function fetchMedia(id: string): Promise<Media> {
  return answer(api.GET('/api/v1/media/{id}', one(id)));
}

/** The medium as it is then, and the edit by which to undo it. */
export async function patchMedia(id: string, patch: MediaPatch) {
  const call = api.PATCH('/api/v1/media/{id}', { ...one(id), body: patch });
  const media = await answer(call);
  const { response } = await call;
  return { media, editId: response.headers.get('Albumen-Edit') ?? undefined };
}

/** At most 500. */
export function changeMedia(ids: readonly string[], changes: MediaChanges) {
  return answer(api.PATCH('/api/v1/media', { body: { ids: [...ids], changes } }));
}

export function undoEdit(editId: string) {
  const params = { path: { editId } };
  return answer(api.POST('/api/v1/media/edits/{editId}/undo', { params }));
}

/** At most 500. */
export function trashMedia(ids: readonly string[]) {
  return answer(api.DELETE('/api/v1/media', { body: { ids: [...ids] } }));
}

/** At most 500. */
export async function restoreMedia(ids: readonly string[]) {
  const call = api.POST('/api/v1/trash/restore', { body: { ids: [...ids] } });
  return { results: (await answer(call)).results ?? [] };
}

/** At most 10,000; `missing` are no longer there. */
export function checkDownload(mediaIds: readonly string[]) {
  return answer(api.POST('/api/v1/downloads/check', { body: { mediaIds: [...mediaIds] } }));
}

export function fetchTags() {
  return answer(api.GET('/api/v1/tags'));
}

export function fetchVersions(id: string) {
  return answer(api.GET('/api/v1/media/{id}/versions', one(id)));
}

export function restoreVersion(id: string, number: number): Promise<Media> {
  const params = { path: { id, number } };
  return answer(api.POST('/api/v1/media/{id}/versions/{number}/restore', { params }));
}

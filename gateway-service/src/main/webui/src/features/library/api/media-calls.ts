import { answer, api } from '@/lib/api/client';
import type { Coordinates } from '../lib/coordinates';
import type { MediaDetails } from '../lib/media';

/** What can be changed of one medium; null takes it away. */
export interface MediaPatch {
  title?: string | null;
  description?: string | null;
  takenAt?: string;
  utcOffsetMinutes?: number;
  location?: Coordinates | null;
  favorite?: boolean;
  archived?: boolean;
  rating?: number | null;
  tags?: string[];
}

export type DateChange =
  { set: { takenAt: string; utcOffsetMinutes?: number } } | { shiftMilliseconds: number };

/** What can be changed of many at once. */
export interface MediaChanges {
  favorite?: boolean;
  archived?: boolean;
  rating?: number | null;
  location?: Coordinates | null;
  takenAt?: DateChange;
  addTags?: string[];
  removeTags?: string[];
}

/** One line of an answer about many: it went well unless it has a problem. */
export interface ItemResult {
  id: string;
  problem?: { code?: string; title?: string; detail?: string };
}

export interface MediaVersion {
  version: number;
  name: string;
  contentType: string;
  sizeBytes: number;
  createdAt: string;
  current: boolean;
}

interface Reply {
  data?: unknown;
  error?: unknown;
  response: Response;
}

type Call = (path: string, init?: object) => Promise<Reply>;

/** The same client, for paths that the contract's types don't have. */
const open = {
  GET: api.GET as unknown as Call,
  POST: api.POST as unknown as Call,
  PATCH: api.PATCH as unknown as Call,
  DELETE: api.DELETE as unknown as Call,
};

async function read<T>(call: Promise<Reply>): Promise<T> {
  return (await answer(call)) as T;
}

const one = (id: string) => ({ params: { path: { id } } });

export function fetchMedia(id: string): Promise<MediaDetails> {
  return read(open.GET('/api/v1/media/{id}', one(id)));
}

/** The medium as it is then, and the edit by which to undo it. */
export async function patchMedia(id: string, patch: MediaPatch) {
  const call = open.PATCH('/api/v1/media/{id}', {
    ...one(id),
    body: patch,
    headers: { 'Content-Type': 'application/merge-patch+json' },
  });
  const media = await read<MediaDetails>(call);
  const { response } = await call;
  return { media, editId: response.headers.get('Albumen-Edit') ?? undefined };
}

/** At most 500. */
export function changeMedia(ids: readonly string[], changes: MediaChanges) {
  const body = { ids, changes };
  return read<{ editId: string; results: ItemResult[] }>(open.PATCH('/api/v1/media', { body }));
}

export function undoEdit(id: string) {
  return read<{ results: ItemResult[] }>(open.POST('/api/v1/media/edits/{id}/undo', one(id)));
}

/** At most 500. */
export function trashMedia(ids: readonly string[]) {
  return read<{ results: ItemResult[] }>(open.DELETE('/api/v1/media', { body: { ids } }));
}

/** At most 500. */
export function restoreMedia(ids: readonly string[]) {
  return read<{ results: ItemResult[] }>(open.POST('/api/v1/trash/restore', { body: { ids } }));
}

/** At most 10,000; `missing` are no longer there. */
export function checkDownload(mediaIds: readonly string[]) {
  return read<{ itemCount: number; totalBytes: number; missing: string[] }>(
    open.POST('/api/v1/downloads/check', { body: { mediaIds } }),
  );
}

export function fetchTags() {
  return read<{ items: { name: string; count: number }[] }>(open.GET('/api/v1/tags'));
}

export function fetchVersions(id: string) {
  return read<{ items: MediaVersion[] }>(open.GET('/api/v1/media/{id}/versions', one(id)));
}

export function restoreVersion(id: string, version: number): Promise<MediaDetails> {
  const params = { path: { id, version } };
  return read(open.POST('/api/v1/media/{id}/versions/{version}/restore', { params }));
}

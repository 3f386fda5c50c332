import type { Client } from 'openapi-fetch';
import { api } from './client';
import type { MediaKind, MediaState } from './contract';

/** What a tile grid is made of, a column per property; cells may be null. */
export interface MediaColumns {
  id: string[];
  renditionKey: (string | null)[];
  ratio: (number | null)[];
  thumbhash: (string | null)[];
  kind: MediaKind[];
  state: MediaState[];
  takenAt: string[];
  utcOffsetMinutes: (number | null)[];
  durationMs: (number | null)[];
  favorite: boolean[];
  archived?: boolean[];
  animated?: boolean[];
  live?: boolean[];
  place?: (string | null)[];
}

/** A picture's URL is base + renditionKey + '/thumbnail.webp' + query. */
export interface Renditions {
  base: string;
  query: string;
  expiresAt: string;
}

export interface MediaPage extends MediaColumns {
  renditions: Renditions;
  nextCursor?: string;
}

export type SearchPage = MediaPage & { bucket: string[] };
export type TrashPage = MediaPage & {
  trashedAt: string[];
  purgeAt: string[];
  count: number;
  sizeBytes: number;
};

export type SuggestionType = 'TAG' | 'PLACE' | 'CAMERA' | 'WORD';

export interface Suggestion {
  type: SuggestionType;
  value: string;
  count: number;
}

export interface SearchQuery {
  q?: string;
  from?: string;
  to?: string;
  kind?: MediaKind;
  camera?: string;
  tag?: string;
  place?: string;
  favorite?: boolean;
  limit?: number;
  cursor?: string;
}

export interface MapMarker {
  latitude: number;
  longitude: number;
  count: number;
  /** West, south, east, north. */
  bbox: number[];
  mediaId: string;
  renditionKey?: string | null;
}

export interface Memory {
  year: number;
  count: number;
  media: MediaColumns;
}

/** What became of one of several. */
export interface ItemResult {
  id: string;
  status: number;
  problem?: { code?: string; detail?: string };
}

export type DownloadState = 'QUEUED' | 'BUILDING' | 'READY' | 'FAILED' | 'CANCELLED' | 'EXPIRED';

export interface DownloadPart {
  number: number;
  name: string;
  sizeBytes: number;
  url?: string;
}

export interface Download {
  id: string;
  name: string;
  state: DownloadState;
  itemCount: number;
  totalBytes: number;
  doneBytes: number;
  parts: DownloadPart[];
  createdAt: string;
  expiresAt?: string;
  failure?: { code: string; detail: string };
}

export interface DownloadCheck {
  itemCount: number;
  totalBytes: number;
  partCount: number;
  missing: string[];
}

interface Answers<T, S extends number = 200> {
  responses: Record<S, { content: { 'application/json': T } }>;
}

interface Get<Q, T> {
  get: Answers<T> & { parameters: { query?: Q } };
}

interface Body<B> {
  requestBody: { content: { 'application/json': B } };
}

type Selected = { ids: string[] } | { all: true };

/** Calls that the contracts don't describe yet. */
interface ComingPaths {
  '/api/v1/search': Get<SearchQuery, SearchPage>;
  '/api/v1/search/suggestions': Get<{ q: string }, { items: Suggestion[] }>;
  '/api/v1/map/markers': Get<
    { bbox: string; zoom: number },
    { items: MapMarker[]; renditions: Renditions }
  >;
  '/api/v1/memories': Get<{ on: string }, { items: Memory[]; renditions: Renditions }>;
  '/api/v1/media': {
    delete: Answers<{ results: ItemResult[] }> & Body<{ ids: string[] }>;
  };
  '/api/v1/trash': Get<{ limit?: number; cursor?: string }, TrashPage> & {
    delete: Answers<{ results?: ItemResult[]; purging?: number }, 202> & Body<Selected>;
  };
  '/api/v1/trash/restore': {
    post: Answers<{ results?: ItemResult[]; restored?: number }> & Body<Selected>;
  };
  '/api/v1/downloads/check': {
    post: Answers<DownloadCheck> & Body<{ mediaIds: string[] }>;
  };
  '/api/v1/downloads': Get<{ limit?: number; cursor?: string }, { items: Download[] }> & {
    post: Answers<Download, 202> & Body<{ mediaIds: string[]; name?: string }>;
  };
  '/api/v1/downloads/{id}': {
    parameters: { path: { id: string } };
    get: Answers<Download> & { parameters: { path: { id: string } } };
    delete: Answers<undefined, 204> & { parameters: { path: { id: string } } };
  };
}

export const coming = api as unknown as Client<ComingPaths>;

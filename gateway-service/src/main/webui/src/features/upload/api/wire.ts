import { api } from '@/lib/api/client';

/**
 * What photo-service answers about uploads in parts, checks and restores. Narrower than its contract:
 * only what is used here.
 */
export interface WireMultipart {
  partSize: number;
  partCount: number;
  parts?: { number: number }[];
}

export interface WireTicket {
  url: string;
  headers: Record<string, string>;
}

export interface WirePartTicket extends WireTicket {
  number: number;
}

export interface WirePendingUpload {
  uploadId: string;
  name: string;
  size: number;
  sha256: string;
  createdAt: string;
}

/** The same client; it knows the paths before the contract does. */
export const upcoming = api as unknown as {
  POST: (
    path: string,
    options: { body?: unknown; params?: unknown; headers?: unknown; signal?: AbortSignal },
  ) => Promise<{ data?: never; error?: unknown; response: Response }>;
};

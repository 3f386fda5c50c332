import { answer, api } from '@/lib/api/client';
import type { CompletedUpload, MintedUpload, RenewedUpload, WireProblem } from '@/lib/api/contract';
import { type Problem, ProblemError, readProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type {
  CheckResult,
  CompleteResult,
  Declaration,
  MediaProgress,
  MintResult,
  PartTicket,
  Renewal,
  UnfinishedUpload,
  UploadTransport,
} from '../lib/engine/upload-transport';
import { hashFile } from '../lib/files/hash-file';
import { putObject } from '../lib/files/put-object';

const maxIdsPerQuestion = 100;
const uploadsPerPage = 200;
/** An answer that takes longer is taken for lost, and asked for again. */
const answerMs = 30_000;
/** Completing puts large files' parts together. */
const completeMs = 120_000;

/** The engine's view of photo-service and of the store behind it. */
export const uploadService: UploadTransport = {
  hash: hashFile,
  put: putObject,

  async check(files) {
    const body = { files: files.map(nameless) };
    const { results } = await answer(api.POST('/api/v1/uploads/check', { body, ...within() }));
    return results.map(checkResult);
  },

  async mint(files, idempotencyKey) {
    const headers = { 'Idempotency-Key': idempotencyKey };
    const call = api.POST('/api/v1/uploads', { body: { files }, headers, ...within() });
    const { results } = await answer(call);
    return results.map(mintResult);
  },

  async renew(uploadId) {
    const params = { path: { id: uploadId } };
    try {
      const renewed = await answer(api.POST('/api/v1/uploads/{id}/renew', { params, ...within() }));
      return renewal(renewed);
    } catch (error) {
      return whereNothingToRenew(error);
    }
  },

  async signParts(uploadId, parts) {
    const options = { params: { path: { id: uploadId } }, body: { parts }, ...within() };
    try {
      const signed = await answer(api.POST('/api/v1/uploads/{id}/parts', options));
      return signed.parts.map(({ number, url, headers }): PartTicket => ({ number, url, headers }));
    } catch (error) {
      // Settled or forgotten: renewing tells which.
      if (whereNothingToRenew(error)) return 'gone';
      throw error;
    }
  },

  async complete(uploadIds) {
    const uploads = uploadIds.map((id) => ({ id }));
    const call = api.POST('/api/v1/uploads/complete', { body: { uploads }, ...within(completeMs) });
    const { results } = await answer(call);
    return results.map(completeResult);
  },

  async progress(mediaIds) {
    const found: MediaProgress[] = [];
    for (let from = 0; from < mediaIds.length; from += maxIdsPerQuestion) {
      const ids = mediaIds.slice(from, from + maxIdsPerQuestion).join(',');
      const call = api.GET('/api/v1/media', { params: { query: { ids } }, ...within() });
      const { items } = await answer(call);
      found.push(
        ...items.map(({ id, state, problem }) => ({
          mediaId: id,
          state,
          problem: problem && readWireProblem(problem),
        })),
      );
    }
    return found;
  },

  async abandon(uploadId) {
    const params = { path: { id: uploadId } };
    await answer(api.DELETE('/api/v1/uploads/{id}', { params, ...within() }));
  },

  unfinished: listUnfinished,
};

/** All that were begun and not completed, wherever that was. */
export async function listUnfinished(): Promise<UnfinishedUpload[]> {
  const found: UnfinishedUpload[] = [];
  let cursor: string | undefined;
  do {
    const query = { state: 'PENDING', limit: uploadsPerPage, cursor };
    const call = api.GET('/api/v1/uploads', { params: { query }, ...within() });
    const { items, nextCursor } = await answer(call);
    for (const { uploadId, name, size, sha256, createdAt } of items) {
      found.push({ uploadId, name, size, sha256, createdAt });
    }
    cursor = nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** The check wants to know of a file only what decides. */
function nameless({ clientId, sha256, size, contentType }: Declaration) {
  return { clientId, sha256, size, contentType };
}

function within(milliseconds = answerMs): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(milliseconds) };
}

/** A settled upload has its bytes: completing it again tells what became of them. */
function whereNothingToRenew(error: unknown): 'present' | 'gone' {
  if (error instanceof ProblemError) {
    if (error.problem.code === 'upload-not-pending') return 'present';
    if (error.problem.status === 404) return 'gone';
  }
  throw error;
}

function renewal(renewed: RenewedUpload): Renewal | 'present' {
  const { put, multipart } = renewed;
  if (!put && !multipart) return 'present';
  const there = multipart?.parts?.map(({ number }) => number) ?? [];
  return {
    put,
    multipart: multipart && {
      partSize: multipart.partSize,
      partCount: multipart.partCount,
      there,
    },
  };
}

function mintResult(result: MintedUpload): MintResult {
  const { clientId, status, uploadId, put, multipart } = result;
  if (status === 'ACCEPTED' && uploadId) return { clientId, status, uploadId, put, multipart };
  return refusal(result);
}

function checkResult(result: MintedUpload): CheckResult {
  const { clientId, status } = result;
  return status === 'ACCEPTED' ? { clientId, status } : refusal(result);
}

function refusal(result: MintedUpload): Exclude<CheckResult, { status: 'ACCEPTED' }> {
  const { clientId, status, mediaId, trashed = false } = result;
  if (status === 'DUPLICATE' && mediaId) return { clientId, status, mediaId, trashed };
  return { clientId, status: 'REJECTED', problem: readWireProblem(result.problem) };
}

function completeResult(result: CompletedUpload): CompleteResult {
  const { id: uploadId, status, mediaId } = result;
  if (status === 'OK' && mediaId) return { uploadId, status, mediaId };
  return { uploadId, status: 'FAILED', problem: readWireProblem(result.problem) };
}

/** A problem inside an answer that, as a whole, went well. */
function readWireProblem(problem: WireProblem | undefined): Problem {
  if (!problem) {
    return {
      code: 'unexpected',
      title: texts.problems.unexpectedTitle,
      status: 0,
      detail: texts.problems.unexpected,
      errors: [],
    };
  }
  return readProblem(new Response(null, { status: problem.status }), problem);
}

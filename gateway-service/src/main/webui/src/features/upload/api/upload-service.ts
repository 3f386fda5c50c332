import { answer, api } from '@/lib/api/client';
import type { CompletedUpload, MintedUpload, WireProblem } from '@/lib/api/contract';
import { type Problem, ProblemError, readProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { hashFile } from '../lib/hash-file';
import { putObject } from '../lib/put-object';
import type {
  CompleteResult,
  MediaProgress,
  MintResult,
  PutTicket,
  UploadTransport,
} from '../lib/upload-transport';

const maxIdsPerQuestion = 100;

/** The engine's view of photo-service and of the store behind it. */
export const uploadService: UploadTransport = {
  hash: hashFile,
  put: putObject,

  async mint(files) {
    const { results } = await answer(api.POST('/api/v1/uploads', { body: { files } }));
    return results.map(mintResult);
  },

  async renew(uploadId) {
    try {
      const { put } = await answer(
        api.POST('/api/v1/uploads/{id}/renew', { params: { path: { id: uploadId } } }),
      );
      return put ?? 'present';
    } catch (error) {
      return whereNothingToRenew(error);
    }
  },

  async complete(uploadIds) {
    const uploads = uploadIds.map((id) => ({ id }));
    const { results } = await answer(api.POST('/api/v1/uploads/complete', { body: { uploads } }));
    return results.map(completeResult);
  },

  async progress(mediaIds) {
    const found: MediaProgress[] = [];
    for (let from = 0; from < mediaIds.length; from += maxIdsPerQuestion) {
      const ids = mediaIds.slice(from, from + maxIdsPerQuestion).join(',');
      const { items } = await answer(api.GET('/api/v1/media', { params: { query: { ids } } }));
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
    await answer(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id: uploadId } } }));
  },
};

/** A settled upload has its bytes: completing it again tells what became of them. */
function whereNothingToRenew(error: unknown): PutTicket | 'present' | 'gone' {
  if (error instanceof ProblemError) {
    if (error.problem.code === 'upload-not-pending') return 'present';
    if (error.problem.status === 404) return 'gone';
  }
  throw error;
}

function mintResult(result: MintedUpload): MintResult {
  const { clientId, status, uploadId, mediaId } = result;
  if (status === 'ACCEPTED' && uploadId) return { clientId, status, uploadId, put: result.put };
  if (status === 'DUPLICATE' && mediaId) {
    return { clientId, status, mediaId, trashed: result.trashed ?? false };
  }
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

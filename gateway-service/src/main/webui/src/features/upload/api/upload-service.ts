import { answer, api } from '@/lib/api/client';
import type { CompletedUpload, MintedUpload, WireProblem } from '@/lib/api/contract';
import { type Problem, ProblemError, toProblem } from '@/lib/problem';
import { hashFile } from '../lib/hash-file';
import { putObject } from '../lib/put-object';
import type { CompleteResult, MintResult, UploadTransport } from '../lib/upload-transport';

function problemOf(wire: WireProblem | undefined): Problem {
  if (!wire) return toProblem(undefined);
  const errors = (wire.errors ?? []).map(({ path = '', message = '' }) => ({ path, message }));
  return { ...wire, requestId: wire.requestId, errors };
}

function mintResult(minted: MintedUpload): MintResult {
  const { clientId, status, uploadId, mediaId } = minted;
  if (status === 'ACCEPTED' && uploadId) {
    return { clientId, status, uploadId, put: minted.put };
  }
  if (status === 'DUPLICATE' && mediaId) {
    return { clientId, status, mediaId, trashed: minted.trashed ?? false };
  }
  return { clientId, status: 'REJECTED', problem: problemOf(minted.problem) };
}

function completeResult({ id, status, mediaId, problem }: CompletedUpload): CompleteResult {
  return status === 'OK' && mediaId
    ? { uploadId: id, status, mediaId }
    : { uploadId: id, status: 'FAILED', problem: problemOf(problem) };
}

/** The engine's world: photo-service for permission, the store for bytes, a worker for hashes. */
export const uploadService: UploadTransport = {
  hash: hashFile,
  put: putObject,
  async mint(files) {
    const minted = await answer(api.POST('/api/v1/uploads', { body: { files } }));
    return minted.results.map(mintResult);
  },
  async renew(id) {
    try {
      const params = { path: { id } };
      return (await answer(api.POST('/api/v1/uploads/{id}/renew', { params }))).put;
    } catch (error) {
      const { status } = toProblem(error);
      if (error instanceof ProblemError && (status === 404 || status === 409)) return undefined;
      throw error;
    }
  },
  async complete(uploadIds) {
    const body = { uploads: uploadIds.map((id) => ({ id })) };
    const completed = await answer(api.POST('/api/v1/uploads/complete', { body }));
    return completed.results.map(completeResult);
  },
  async progress(mediaIds) {
    const params = { query: { ids: mediaIds.join() } };
    const { items } = await answer(api.GET('/api/v1/media', { params }));
    return items.map(({ id, state, problem }) => ({
      mediaId: id,
      state,
      problem: problem && problemOf(problem),
    }));
  },
  async abandon(id) {
    await answer(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } }));
  },
};

import { leaveShared } from '../features/upload/lib/queue/shared-files';

const sharePath = '/share-target';

export function isShare(request: Request): boolean {
  return request.method === 'POST' && new URL(request.url).pathname === sharePath;
}

/** Puts files from a phone's share sheet where the upload page finds them, and opens it. */
export async function takeShare(request: Request): Promise<Response> {
  try {
    const form = await request.formData();
    await leaveShared(form.getAll('files').filter((entry) => entry instanceof File));
    return Response.redirect('/upload', 303);
  } catch {
    return Response.redirect('/upload?share=failed', 303);
  }
}

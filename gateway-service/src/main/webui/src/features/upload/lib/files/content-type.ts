const byExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  avif: 'image/avif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  dng: 'image/x-adobe-dng',
  cr2: 'image/x-canon-cr2',
  nef: 'image/x-nikon-nef',
  arw: 'image/x-sony-arw',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  avi: 'video/x-msvideo',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
};

/** By the name's ending first: browsers differ in what they call (or know of) a type. */
export function contentTypeOf(file: { name: string; type: string }): string {
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return byExtension[extension] ?? (file.type || 'application/octet-stream');
}

/** For the file picker, which greys out everything else. */
export const acceptedFiles = `image/*,video/*,audio/*,${Object.keys(byExtension)
  .map((extension) => `.${extension}`)
  .join(',')}`;

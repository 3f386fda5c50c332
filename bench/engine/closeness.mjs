// How close each preview and thumbnail comes to a fine reduction of its photo: SSIM over red, green
// and blue against FFmpeg's zscale, Lanczos in linear light, made from the original; and its bytes.
// Arguments: folder of FFmpeg, of the engine's results, of sharp's, a place for work, photos.
// HEIC is left out: sharp makes nothing of it. Prints photo, rendition, engine's SSIM and bytes, sharp's SSIM and bytes (empty where it has none).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const [ffmpegFolder, engine, sharp, work, ...photos] = process.argv.slice(2);
mkdirSync(work, { recursive: true });

const SRGB = 'setparams=color_primaries=bt709:color_trc=iec61966-2-1:colorspace=gbr:range=pc';
const P3 = 'setparams=color_primaries=smpte432:color_trc=iec61966-2-1:colorspace=gbr:range=pc';

function run(tool, ...options) {
  const done = spawnSync(join(ffmpegFolder, tool), options, {
    encoding: 'utf8',
    env: { LD_LIBRARY_PATH: ffmpegFolder },
  });
  if (done.status !== 0) throw new Error(`${tool} ${options.join(' ')}: ${done.stderr}`);
  return done;
}

function sizeOf(file) {
  const { stdout } = run('ffprobe', '-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', file);
  return stdout.trim().split(',').map(Number);
}

/** The photo, upright, reduced in linear light; its colours brought to sRGB or left as they are. */
function reference(photo, [width, height], intoSrgb, name) {
  const target = join(work, `${name}.png`);
  const isP3 = basename(photo).includes('-p3');
  const steps = [
    'format=gbrp',
    isP3 && intoSrgb ? P3 : SRGB,
    'zscale=transfer=linear',
    'format=gbrpf32le',
    `zscale=${width}:${height}:filter=lanczos`,
    ...(isP3 && intoSrgb ? ['zscale=primaries=bt709'] : []),
    'zscale=transfer=iec61966-2-1',
    'format=gbrp',
  ];
  run('ffmpeg', '-v', 'error', '-y', '-i', photo, '-filter_complex', `[0:v:0]${steps.join(',')}[o]`, '-map', '[o]',
    '-frames:v', '1', '-update', '1', target);
  return target;
}

function ssim(file, against) {
  const graph = '[0:v]format=gbrp[a];[1:v]format=gbrp[b];[a][b]ssim';
  const { stderr } = run('ffmpeg', '-hide_banner', '-i', file, '-i', against, '-lavfi', graph, '-f', 'null', '-');
  return Number(/All:([\d.]+)/.exec(stderr)[1]);
}

function measure(photo, file, intoSrgb, name) {
  if (!existsSync(file)) return ['', ''];
  const against = reference(photo, sizeOf(file), intoSrgb, name);
  return [ssim(file, against).toFixed(4), statSync(file).size];
}

for (const photo of photos.filter((file) => !file.endsWith('.heic'))) {
  for (const rendition of ['preview.jpg', 'thumbnail.webp']) {
    const name = `${basename(photo)}.${rendition}`;
    const ours = measure(photo, join(engine, name), true, `${name}.engine`);
    const theirs = measure(photo, join(sharp, name), false, `${name}.sharp`);
    process.stdout.write([basename(photo), rendition, ...ours, ...theirs].join('\t') + '\n');
  }
}

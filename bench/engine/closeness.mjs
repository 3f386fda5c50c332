// How close each preview and thumbnail comes to a fine reduction of its photo: SSIM over red, green
// and blue against FFmpeg's zscale, Lanczos in linear light, made from the original; and its bytes.
// Colours are those of a screen of sRGB: what sharp leaves in P3 is brought there first.
// Arguments: folder of FFmpeg, of the engine's results, of sharp's, a place for work, photos.
// HEIC is left out: sharp makes nothing of it. Prints photo, rendition, engine's SSIM and bytes, sharp's SSIM and bytes (empty where it has none).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const [ffmpegFolder, engine, sharp, work, ...photos] = process.argv.slice(2);
mkdirSync(work, { recursive: true });

const SRGB = 'setparams=color_primaries=bt709:color_trc=iec61966-2-1:colorspace=gbr:range=pc';
const P3 = 'setparams=color_primaries=smpte432:color_trc=iec61966-2-1:colorspace=gbr:range=pc';
const P3_TO_SRGB = `,${P3},zscale=primaries=bt709:transfer=iec61966-2-1:matrix=gbr:range=full,format=gbrp`;

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

const isP3 = (photo) => basename(photo).includes('-p3');

/** The photo, upright, reduced in linear light, in sRGB. */
function reference(photo, [width, height], name) {
  const target = join(work, `${name}.png`);
  const steps = [
    'format=gbrp',
    isP3(photo) ? P3 : SRGB,
    'zscale=transfer=linear',
    'format=gbrpf32le',
    `zscale=${width}:${height}:filter=lanczos`,
    ...(isP3(photo) ? ['zscale=primaries=bt709'] : []),
    'zscale=transfer=iec61966-2-1',
    'format=gbrp',
  ];
  run('ffmpeg', '-v', 'error', '-y', '-i', photo, '-filter_complex', `[0:v:0]${steps.join(',')}[o]`, '-map', '[o]',
    '-frames:v', '1', '-update', '1', target);
  return target;
}

function ssim(file, colours, against) {
  const graph = `[0:v]format=gbrp${colours}[a];[1:v]format=gbrp[b];[a][b]ssim`;
  const { stderr } = run('ffmpeg', '-hide_banner', '-i', file, '-i', against, '-lavfi', graph, '-f', 'null', '-');
  return Number(/All:([\d.]+)/.exec(stderr)[1]);
}

function measure(photo, file, colours, name) {
  if (!existsSync(file)) return ['', ''];
  const against = reference(photo, sizeOf(file), name);
  return [ssim(file, colours, against).toFixed(4), statSync(file).size];
}

for (const photo of photos.filter((file) => !file.endsWith('.heic'))) {
  for (const rendition of ['preview.jpg', 'thumbnail.webp']) {
    const name = `${basename(photo)}.${rendition}`;
    const ours = measure(photo, join(engine, name), '', `${name}.engine`);
    const theirs = measure(photo, join(sharp, name), isP3(photo) ? P3_TO_SRGB : '', `${name}.sharp`);
    process.stdout.write([basename(photo), rendition, ...ours, ...theirs].join('\t') + '\n');
  }
}

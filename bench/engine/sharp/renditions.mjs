// What Immich has sharp do for a photo: one decoding at preview size, then preview, thumbnail and
// the pixels of the thumbhash from it; its default settings (quality 80, sRGB as it is, anything
// else by 16 bits to P3), but inside the box as ours are, so that both make as many pixels. Prints
// the lines of EngineBench, with the growth of this process in place of a child.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';

const [results, warmRuns, runs, ...files] = process.argv.slice(2);
const preview = 1440;
const thumbnail = 250;

async function renditions(file) {
  const name = basename(file);
  const { icc } = await sharp(file).metadata();
  const isSrgb = icc === undefined || icc.includes('sRGB');
  const profile = isSrgb ? 'srgb' : 'p3';
  const { data, info } = await sharp(file, { failOn: 'error', limitInputPixels: false })
    .pipelineColorspace(isSrgb ? 'srgb' : 'rgb16')
    .withIccProfile(profile)
    .autoOrient()
    .resize(preview, preview, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  const scaled = (size, format) =>
    sharp(data, raw)
      .resize(size, size, { fit: 'inside', withoutEnlargement: true })
      .withIccProfile(profile)
      .toFormat(format, { quality: 80, chromaSubsampling: '4:4:4' });
  await Promise.all([
    scaled(preview, 'jpeg').toFile(`${results}/${name}.preview.jpg`),
    scaled(thumbnail, 'webp').toFile(`${results}/${name}.thumbnail.webp`),
    sharp(data, raw).resize(100, 100, { fit: 'inside', withoutEnlargement: true }).ensureAlpha().raw().toBuffer(),
  ]);
}

/** The largest resident set so far, in MB. */
const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;

const before = peak();
for (const file of files) {
  try {
    for (let run = 0; run < Number(warmRuns); run++) await renditions(file);
  } catch (error) {
    process.stdout.write(`${basename(file)}\t0\t\t\t\t${error.message.split('\n')[0]}\n`);
    continue;
  }
  writeFileSync('/proc/self/clear_refs', '5'); // VmHWM begins anew
  const cpu = process.cpuUsage();
  const begin = process.hrtime.bigint();
  for (let run = 0; run < Number(runs); run++) await renditions(file);
  const used = process.cpuUsage(cpu);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  process.stdout.write(
    `${basename(file)}\t${runs}\t${((used.user + used.system) / 1e6 / runs).toFixed(4)}\t${(seconds / runs).toFixed(4)}\t${peak().toFixed(1)}\t${(peak() - before).toFixed(1)}\n`,
  );
}

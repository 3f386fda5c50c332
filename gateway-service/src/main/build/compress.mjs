// Puts <file>.br beside each text file of the folder named, where that makes it smaller.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TEXT = /\.(css|html|js|json|map|svg|txt|webmanifest|xml)$/;
const options = {
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
};

const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true })) {
  if (TEXT.test(name)) {
    const plain = readFileSync(join(folder, name));
    const packed = brotliCompressSync(plain, { params: options });
    if (packed.length < plain.length) writeFileSync(join(folder, `${name}.br`), packed);
  }
}

// Mints and completes batches of 50 small files, and asks S3 the same as the service does.
import { createHash, createHmac, randomBytes } from 'node:crypto';

const { PHOTO, TOKEN, BATCHES, ACCESS_KEY, SECRET_KEY } = process.env;
const BATCH = 50;
const WARM_UP = 40;
const PARALLEL = 8;

async function post(path, body) {
  const answer = await fetch(PHOTO + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Enough of a JPEG to be taken for one, and different each time. */
function picture() {
  const bytes = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), randomBytes(200)]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { result, millis: performance.now() - started };
}

/** A few at a time, as the service does. */
async function each(items, work) {
  const left = [...items];
  const worker = async () => {
    while (left.length > 0) await work(left.pop());
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}

const hash = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

/** A request of S3's, signed by AWS's Signature Version 4. */
async function s3(method, url, headers = {}) {
  const { host, pathname } = new URL(url);
  const at = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/eu-west-1/s3/aws4_request`;
  const signed = 'host;x-amz-content-sha256;x-amz-date';
  const empty = hash('');
  const canonical = `${method}\n${pathname}\n\nhost:${host}\nx-amz-content-sha256:${empty}\nx-amz-date:${at}\n\n${signed}\n${empty}`;
  const key = [at.slice(0, 8), 'eu-west-1', 's3', 'aws4_request'].reduce(hmac, `AWS4${SECRET_KEY}`);
  const signature = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${at}\n${scope}\n${hash(canonical)}`)
    .digest('hex');
  const answer = await fetch(url, {
    method,
    headers: {
      ...headers,
      'x-amz-date': at,
      'x-amz-content-sha256': empty,
      Authorization: `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
    },
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function batch() {
  const pictures = Array.from({ length: BATCH }, picture);
  const minting = await timed(() =>
    post('/uploads', {
      files: pictures.map(({ bytes, sha256 }, index) => ({
        clientId: String(index),
        name: `IMG_${String(index).padStart(4, '0')}.jpg`,
        contentType: 'image/jpeg',
        size: bytes.length,
        sha256,
      })),
    }),
  );
  const minted = minting.result.results;
  await each(minted.entries(), async ([index, { put }]) => {
    const answer = await fetch(put.url, {
      method: 'PUT',
      headers: put.headers,
      body: pictures[index].bytes,
    });
    if (!answer.ok) throw new Error(`PUT: ${answer.status} ${await answer.text()}`);
  });
  const completing = await timed(() =>
    post('/uploads/complete', { uploads: minted.map(({ uploadId }) => ({ id: uploadId })) }),
  );
  const failed = completing.result.results.find(({ status }) => status !== 'OK');
  if (failed) throw new Error(JSON.stringify(failed));
  const store = await timed(() =>
    each(minted, async ({ put }) => {
      const [url] = put.url.split('?');
      await s3('HEAD', url, { 'x-amz-checksum-mode': 'ENABLED' });
      await s3('GET', url, { Range: 'bytes=0-4095' });
    }),
  );
  return { mint: minting.millis, complete: completing.millis, store: store.millis };
}

const batches = [];
for (let i = 0; i < WARM_UP + Number(BATCHES); i++) {
  const figures = await batch();
  if (i >= WARM_UP) batches.push(figures);
}
process.stdout.write(JSON.stringify(batches));

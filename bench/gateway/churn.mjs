// Clients that come and go, many in the middle of something. Ends after argv[3] seconds and tells
// what it did; the seed (argv[4]) makes the same choices again.
import { connect } from 'node:net';

const [port, seconds, seed] = process.argv.slice(2).map(Number);
const token = process.env.TOKEN;
const concurrency = 64;
const end = Date.now() + seconds * 1000;
const done = {};

let state = seed || 1;
/** Mulberry32. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const below = (limit) => Math.floor(random() * limit);
const head = (method, path, ...more) =>
  [`${method} /api/v1/timeline/${path} HTTP/1.1`, 'Host: bench', `Authorization: Bearer ${token}`, ...more, '', ''].join('\r\n');
const megabyte = Buffer.alloc(1_000_000, 'a');

/** Each writes what it has to and says after how many bytes of the answer it goes away. */
const scenes = {
  'whole answer': (socket) => {
    socket.write(head('GET', 'small', 'Connection: close'));
    return Infinity;
  },
  'gone before the answer': (socket) => {
    socket.write(head('GET', 'large'));
    return 0;
  },
  'gone within the answer': (socket) => {
    socket.write(head('GET', 'large'));
    return 1 + below(900_000);
  },
  'gone within the body': (socket) => {
    socket.write(head('POST', 'post', `Content-Length: ${megabyte.length}`));
    socket.write(megabyte.subarray(0, below(megabyte.length)));
    return 0;
  },
  'gone within a chunk': (socket) => {
    socket.write(head('POST', 'post', 'Transfer-Encoding: chunked'));
    socket.write(`${(100_000).toString(16)}\r\n`);
    socket.write(megabyte.subarray(0, below(100_000)));
    return 0;
  },
  'gone within the head': (socket) => {
    const text = head('GET', 'small');
    socket.write(text.slice(0, below(text.length)));
    return 0;
  },
  'three in a row': (socket) => {
    socket.write(head('GET', 'small') + head('GET', 'small') + head('GET', 'small', 'Connection: close'));
    return Infinity;
  },
};

function play() {
  const names = Object.keys(scenes);
  const name = names[below(names.length)];
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let seen = 0;
    let leaveAfter = Infinity;
    socket.setTimeout(20_000, () => {
      done['no answer'] = (done['no answer'] ?? 0) + 1;
      socket.destroy();
    });
    socket.on('connect', () => {
      leaveAfter = scenes[name](socket);
      if (leaveAfter === 0) setTimeout(() => socket.destroy(), below(20));
    });
    socket.on('data', (data) => {
      if (seen === 0 && !/^HTTP\/1\.1 200 /.test(data.toString('latin1', 0, 13)) && leaveAfter !== 0) {
        done['not 200'] = (done['not 200'] ?? 0) + 1;
      }
      seen += data.length;
      if (seen >= leaveAfter) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      done[name] = (done[name] ?? 0) + 1;
      resolve();
    });
  });
}

async function client() {
  while (Date.now() < end) await play();
}

await Promise.all(Array.from({ length: concurrency }, client));
process.stdout.write(`${JSON.stringify(done)}\n`);
process.exitCode = done['no answer'] || done['not 200'] ? 1 : 0;

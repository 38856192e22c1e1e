// Draws images/icon.png: two machines, stacked, one of them running.
// Usage: node scripts/make-icon.mjs   (the picture is checked in; run this only to change it)
import { writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 128;
const SAMPLES = 4;

// Painted in order: x, y, width, height, corner radius, colour.
const shapes = [
  [4, 4, 120, 120, 22, [29, 39, 51, 255]],
  [24, 28, 80, 32, 7, [242, 202, 48, 255]],
  [24, 68, 80, 32, 7, [242, 202, 48, 255]],
  [34, 39, 10, 10, 5, [46, 160, 67, 255]],
  [34, 79, 10, 10, 5, [29, 39, 51, 255]],
  [56, 41, 38, 6, 3, [29, 39, 51, 255]],
  [56, 81, 38, 6, 3, [29, 39, 51, 255]],
];

function inside([left, top, width, height, radius], x, y) {
  const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
  const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function colourAt(x, y) {
  return shapes.findLast((shape) => inside(shape, x, y))?.[5] ?? [0, 0, 0, 0];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = column + ((i % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const [r, g, b, a] = colourAt(x, y);
    [r * a, g * a, b * a, a].forEach((value, channel) => (sum[channel] += value));
  }
  const alpha = sum[3];
  const colour = sum.slice(0, 3).map((value) => (alpha === 0 ? 0 : Math.round(value / alpha)));
  return [...colour, Math.round(alpha / (SAMPLES * SAMPLES))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: SIZE }, (_, row) =>
  Buffer.from([0, ...Array.from({ length: SIZE }, (_, column) => pixel(column, row)).flat()]),
);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(path.join(import.meta.dirname, "../images/icon.png"), png);

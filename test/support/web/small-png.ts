import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

const MOST_COLOURS = 256;

/** The same picture with at most 256 colours, each pixel one byte: a third of the size. */
export async function smallPng(browser: Browser, png: Buffer): Promise<Buffer> {
  const { width, height, data } = await readPixels(browser, png);
  // Coarser and coarser until the colours fit: edges of letters have very many that look alike.
  for (let bits = 7; bits > 2; bits -= 1) {
    const mask = (0xff << (8 - bits)) & 0xff;
    const palette = new Map<number, number>();
    const sums: { n: number; r: number; g: number; b: number }[] = [];
    const rows = Buffer.alloc((width + 1) * height);
    for (let i = 0; i < width * height; i += 1) {
      const [r = 0, g = 0, b = 0] = data.slice(i * 4, i * 4 + 3);
      const key = ((r & mask) << 16) | ((g & mask) << 8) | (b & mask);
      const at = palette.get(key) ?? palette.size;
      palette.set(key, at);
      sums[at] ??= { n: 0, r: 0, g: 0, b: 0 };
      const sum = sums[at];
      sum.n += 1;
      sum.r += r;
      sum.g += g;
      sum.b += b;
      if (at < MOST_COLOURS) rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = at;
    }
    if (palette.size > MOST_COLOURS) continue;
    const colours = Buffer.from(
      sums.flatMap(({ n, r, g, b }) => [r, g, b].map((sum) => Math.round(sum / n))),
    );
    return encode(width, height, colours, rows);
  }
  throw new Error('The picture has too many colours.');
}

async function readPixels(browser: Browser, png: Buffer) {
  const page = await browser.newPage();
  const pixels = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('The browser cannot draw.');
      context.drawImage(image, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
      return { width, height, data: [...data] };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return pixels;
}

function encode(width: number, height: number, palette: Buffer, rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

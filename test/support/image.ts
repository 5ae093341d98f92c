import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Image {
  /** The directory, as in `skopeo copy dir:LAYOUT`. */
  readonly layout: string;
  readonly digest: string;
  readonly manifest: object;
}

const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG = 'application/vnd.docker.container.image.v1+json';
const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

/**
 * Writes an image of one layer with one file. By hand, for no tool that builds images works everywhere without a
 * daemon; and not as an OCI image, for docker CLI 20 says of those that there is no such manifest.
 */
export async function writeImage(layout: string, content: string): Promise<Image> {
  await mkdir(layout, { recursive: true });
  const tar = tarOf('hello.txt', Buffer.from(content));
  const rootfs = { type: 'layers', diff_ids: [digestOf(tar)] };
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs }));
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: await writeBlob(layout, CONFIG, config),
    layers: [await writeBlob(layout, LAYER, gzipSync(tar))],
  };
  await writeFile(join(layout, 'version'), 'Directory Transport Version: 1.1\n');
  // As docker CLI 20 writes it anew, digest and all, when it puts it into a list.
  await writeFile(join(layout, 'manifest.json'), JSON.stringify(manifest, null, 3));
  return readImage(layout);
}

export async function readImage(layout: string): Promise<Image> {
  const manifest = await readFile(join(layout, 'manifest.json'));
  return { layout, digest: digestOf(manifest), manifest: JSON.parse(manifest.toString()) };
}

/** An archive ends in two blocks of zeros. */
function tarOf(name: string, data: Buffer): Buffer {
  const padding = Buffer.alloc(-data.length & 511);
  return Buffer.concat([headerOf(name, data.length), data, padding, Buffer.alloc(1024)]);
}

/** The checksum is the sum of all bytes, with blanks in its own place. */
function headerOf(name: string, size: number): Buffer {
  const [mode, owner, time, regularFile, linkName] = [octal(0o644, 8), octal(0, 8), octal(0, 12), '0', ''];
  const before = [name.padEnd(100, '\0'), mode, owner, owner, octal(size, 12), time];
  const after = [regularFile, linkName.padEnd(100, '\0'), 'ustar\x0000'];
  const withChecksum = (checksum: string): Buffer =>
    Buffer.from([...before, checksum, ...after].join('').padEnd(512, '\0'));
  const sum = withChecksum(' '.repeat(8)).reduce((total, byte) => total + byte, 0);
  return withChecksum(octal(sum, 8));
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

async function writeBlob(layout: string, mediaType: string, data: Buffer): Promise<object> {
  const digest = digestOf(data);
  await writeFile(join(layout, digest.replace('sha256:', '')), data);
  return { mediaType, size: data.length, digest };
}

const digestOf = (data: Buffer): string => `sha256:${createHash('sha256').update(data).digest('hex')}`;

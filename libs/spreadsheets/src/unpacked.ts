import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { unreadable } from './unreadable.js';

const inflate = promisify(inflateRaw);

const MOST_ENTRIES = 500;
/** Unpacked, all entries together. 5,000 rows of 60 columns are about a third of it. */
const MOST_BYTES = 40_000_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  name: Buffer;
  content: Buffer;
}

/**
 * A ZIP archive with everything in it unpacked: what reads it afterwards cannot be made to unpack more. The sizes that an
 * archive claims are not believed; unpacking ends where the limit is. Only what a spreadsheet is made of is kept.
 *
 * @throws import.file-unreadable, import.file-too-large
 */
export async function unpacked(archive: Buffer): Promise<Buffer> {
  const entries: Entry[] = [];
  let left = MOST_BYTES;
  for (const { name, method, packed } of entriesOf(archive)) {
    if (!/^(\[Content_Types\]\.xml|_rels\/|xl\/).*$/.test(name.toString('latin1'))) continue;
    if (!/\.(xml|rels)$/.test(name.toString('latin1'))) continue;
    const content = method === 0 ? packed : await inflated(packed, left);
    left -= content.length;
    if (left < 0) throw unreadable('import.file-too-large');
    entries.push({ name, content });
  }
  return stored(entries);
}

async function inflated(packed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw unreadable(isTooLarge ? 'import.file-too-large' : 'import.file-unreadable');
  }
}

function* entriesOf(archive: Buffer): Generator<{ name: Buffer; method: number; packed: Buffer }> {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw unreadable('import.file-too-large');
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY)
      throw unreadable('import.file-unreadable');
    const flags = archive.readUInt16LE(at + 8);
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const skipped = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const local = archive.readUInt32LE(at + 42);
    const isEncrypted = (flags & 1) === 1;
    if (isEncrypted || (method !== 0 && method !== 8)) throw unreadable('import.file-unreadable');
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    yield { name, method, packed: packedAt(archive, local, size) };
    at += 46 + nameLength + skipped;
  }
}

function packedAt(archive: Buffer, local: number, size: number): Buffer {
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL)
    throw unreadable('import.file-unreadable');
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (from + size > archive.length) throw unreadable('import.file-unreadable');
  return archive.subarray(from, from + size);
}

/** The directory stands at the end of the archive, before a comment. */
function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at--)
    if (archive.readUInt32LE(at) === END) return at;
  throw unreadable('import.file-unreadable');
}

/** The same entries as an archive in which nothing is packed. */
function stored(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const sum = crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(sum, 14);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    local.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, name, content);
    directory.push(entry, name);
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(END_LENGTH);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

// How alike two texts are, by Manber's fingerprints: the twin of letterwriter/text/shingles.py.

const WINDOW = 32; // bytes
const LOW_BITS = 0b1111; // zero in one hash of sixteen
const NEITHER = /[^\p{L}\p{N}]+/gu; // neither letter nor digit

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

// The CRC-32 of bytes from `start` up to `end`, from 0 to 2 ** 32 - 1.
function crc32(bytes, start, end) {
  let crc = 0xffffffff;
  for (let at = start; at < end; at += 1) crc = TABLE[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

// A text's fingerprint, a set of numbers. A text in which nothing is kept is marked by its whole.
export function marks(text) {
  const plain = new TextEncoder().encode(text.toLowerCase().replace(NEITHER, ''));
  const kept = new Set();
  let at = 0;
  while (at + WINDOW <= plain.length) {
    const mark = crc32(plain, at, at + WINDOW);
    if (mark & LOW_BITS) {
      at += 1;
    } else {
      kept.add(mark);
      at += WINDOW; // the next one kept may not overlap this one
    }
  }
  return kept.size ? kept : kept.add(crc32(plain, 0, plain.length));
}

// The Dice score of two fingerprints: 0 for nothing in common, 1 for the same.
export function dice(one, other) {
  const shared = Array.from(one).filter(mark => other.has(mark)).length;
  return 2 * shared / (one.size + other.size);
}

// How alike two texts are, from 0 to 1.
export function likeness(one, other) {
  return dice(marks(one), marks(other));
}

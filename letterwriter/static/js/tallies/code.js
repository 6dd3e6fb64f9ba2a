// A tally's line as digits, for a code on a screen, and back: letterwriter/tallies/code.py reads
// them too. Layout: CRC-32 of all that follows in 4 bytes, the format's number in 1, then the line,
// deflated against DICTIONARY.

import { deflateSync, inflateSync } from '../vendor/fflate/fflate.js';
import { crc32 } from '../transfer/checksum.js';
import { toBytes, toDigits } from '../transfer/digits.js';

const FEWEST = 20;
const MOST = 7089; // digits: the largest code there is
const SUM = 4; // bytes
const HEAD = SUM + 1;
const FORMAT = 1;
const DICTIONARY = '"part":[1,2],"stall":"S14000W07000N05000E14001'
  + '{"letterwriter-tally":1,"id":"","kind":"tablet","days":{"2026-12-01":{"E14001":[1,1,0,0,0],';

// `why` is 'damaged', or 'newer' for a format that only a newer version knows.
export class NotUnpacked extends Error {
  constructor(why) {
    super(`This code is ${why}`);
    this.why = why;
  }
}

const dictionary = () => new TextEncoder().encode(DICTIONARY);

export function digitsOf(line) {
  const packed = deflateSync(new TextEncoder().encode(line), { level: 9, dictionary: dictionary() });
  const bytes = new Uint8Array(HEAD + packed.length);
  bytes[SUM] = FORMAT;
  bytes.set(packed, HEAD);
  new DataView(bytes.buffer).setUint32(0, crc32(bytes.subarray(SUM)));
  return toDigits(bytes);
}

// The digits of a code that was pasted, with or without its address; else an empty text.
export function digitsIn(line) {
  const digits = line.slice(line.lastIndexOf('#') + 1);
  const right = digits.length >= FEWEST && digits.length <= MOST && /^[0-9]*$/.test(digits);
  return right && !/\s/.test(line) ? digits : '';
}

function bytesOf(digits) {
  try {
    return toBytes(digits);
  } catch (fault) {
    throw new NotUnpacked('damaged');
  }
}

// The tally's line. Throws NotUnpacked.
export function lineIn(digits) {
  const bytes = bytesOf(digits);
  const right = bytes.length > HEAD && new DataView(bytes.buffer).getUint32(0) === crc32(bytes.subarray(SUM));
  if (!right) throw new NotUnpacked('damaged');
  if (bytes[SUM] !== FORMAT) throw new NotUnpacked('newer');
  try {
    const text = inflateSync(bytes.subarray(HEAD), { dictionary: dictionary() });
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (fault) {
    throw new NotUnpacked('damaged');
  }
}

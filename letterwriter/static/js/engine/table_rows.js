// The rows of the table of postcodes, read where they lie: nothing is unpacked, so that a table
// opens at once and takes no more memory than its bytes. A row is one constituency's part of a
// sector; letterwriter/offline/table.py tells how the rows are written.

const MAGIC = 'LWPC';
const VERSION = 1;
const HEAD = 16; // bytes
const CODE = 9; // letters of a constituency's code
const COLUMNS = 5; // letters of a sector, whose first half is padded to four
const UNITS = 50; // bytes: a bit for each pair of letters
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

const text = (bytes, start, end) => String.fromCharCode(...bytes.subarray(start, end));

// Where the parts of a table begin; throws where it is no table, another version's, or cut short.
function partsOf(bytes) {
  if (bytes.length < HEAD || text(bytes, 0, 4) !== MAGIC) {
    throw new Error('not a table of postcodes');
  }
  const head = new DataView(bytes.buffer, 0, HEAD);
  const version = head.getUint16(4, true);
  if (version !== VERSION) throw new Error(`a table of postcodes of version ${version}`);
  const codes = head.getUint16(6, true);
  const count = head.getUint32(8, true);
  const sectors = HEAD + CODE * codes;
  const numbers = sectors + COLUMNS * count;
  const units = numbers + 2 * count;
  const end = units + UNITS * count;
  if (bytes.length !== end) {
    throw new Error(`a table of postcodes of ${bytes.length} bytes instead of ${end}`);
  }
  return { codes, count, size: head.getUint32(12, true), sectors, numbers, units };
}

function bitsIn(byte) {
  let bits = 0;
  for (let left = byte; left; left &= left - 1) bits += 1;
  return bits;
}

// How a sector stands in the table: 'M14 5' for M14 5 and 'M1  4' for M1 4; without its digit,
// what all sectors of the district begin with.
export const keyOf = (outward, digit = '') => outward.padEnd(COLUMNS - 1) + digit;

// The rows of a table's ArrayBuffer, each by its number; throws an Error where it is no table.
export class Rows {
  constructor(buffer) {
    this.bytes = new Uint8Array(buffer);
    Object.assign(this, partsOf(this.bytes)); // `size` is how many postcodes there are
  }

  // The rows of a sector or a district, by its key.
  of(key) {
    const start = this.first(key, 0);
    return Array.from({ length: this.first(key, 1) - start }, (_, i) => start + i);
  }

  // The rows of a constituency.
  withCode(code) {
    const found = [];
    let number = 0;
    while (number < this.codes && this.codeAt(number) !== code) number += 1;
    for (let row = 0; row < this.count; row += 1) if (this.number(row) === number) found.push(row);
    return found;
  }

  key(row) {
    return String.fromCharCode(...[0, 1, 2, 3, 4].map(column => this.letter(row, column)));
  }

  code(row) {
    return this.codeAt(this.number(row));
  }

  // Whether the row has the postcode with these last two letters.
  holds(row, unit) {
    const [a, b] = [LETTERS.indexOf(unit[0]), LETTERS.indexOf(unit[1])];
    if (a < 0 || b < 0) return false;
    const bit = LETTERS.length * a + b;
    return (this.bytes[this.units + UNITS * row + (bit >> 3)] >> (bit & 7) & 1) === 1;
  }

  // How many postcodes the row has.
  weight(row) {
    const start = this.units + UNITS * row;
    return this.bytes.subarray(start, start + UNITS).reduce((sum, byte) => sum + bitsIn(byte), 0);
  }

  letter(row, column) {
    return this.bytes[this.sectors + column * this.count + row];
  }

  number(row) {
    const at = this.numbers + 2 * row;
    return this.bytes[at] | this.bytes[at + 1] << 8;
  }

  codeAt(number) {
    return text(this.bytes, HEAD + CODE * number, HEAD + CODE * (number + 1));
  }

  // The first row that, compared with the key, is at least this.
  first(key, least) {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compared(middle, key) < least) low = middle + 1; else high = middle;
    }
    return low;
  }

  // Below 0 where the row's sector stands before those that begin with the key, 0 at one of them.
  compared(row, key) {
    for (let column = 0; column < key.length; column += 1) {
      const difference = this.letter(row, column) - key.charCodeAt(column);
      if (difference) return difference;
    }
    return 0;
  }
}

// Bytes as decimal digits, which a code's numeric mode carries in 3.3 bits each: 6 bytes are
// 48 bits, 15 digits 50, so 4 % are lost, where base64 in byte mode would lose a third.

const BLOCK = 6; // bytes whose number JavaScript still counts exactly
const DIGITS = [0, 3, 5, 8, 10, 13, 15]; // that hold so many bytes

export function toDigits(bytes) {
  let digits = '';
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const block = bytes.subarray(start, start + BLOCK);
    const number = block.reduce((sum, byte) => sum * 256 + byte, 0);
    digits += String(number).padStart(DIGITS[block.length], '0');
  }
  return digits;
}

function bytesOf(digits) {
  const bytes = new Uint8Array(DIGITS.indexOf(digits.length)); // -1 for no such block: a RangeError
  let number = Number(digits);
  for (let place = bytes.length - 1; place >= 0; place -= 1) {
    bytes[place] = number % 256;
    number = Math.floor(number / 256);
  }
  if (number) throw new RangeError('More than these bytes hold');
  return bytes;
}

// Throws a RangeError for anything that toDigits did not write.
export function toBytes(digits) {
  if (!/^[0-9]*$/.test(digits)) throw new RangeError('Not only digits');
  const bytes = [];
  for (let start = 0; start < digits.length; start += DIGITS[BLOCK]) {
    bytesOf(digits.slice(start, start + DIGITS[BLOCK])).forEach(byte => bytes.push(byte));
  }
  return Uint8Array.from(bytes);
}

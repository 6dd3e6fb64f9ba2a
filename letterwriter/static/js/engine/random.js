// Numbers by chance, from the device's own source.

const SPAN = 2 ** 32;

// A whole number from 0 to n-1, each as likely as the others: draws beyond the last whole round of
// n are thrown away, since a remainder of all 2^32 would favour the small ones.
export function below(n) {
  const rounds = SPAN - SPAN % n;
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn); while (drawn[0] >= rounds);
  return drawn[0] % n;
}

// What we take from lean-qr: making a code, and saying what is in it.
export { generate, mode } from 'lean-qr';

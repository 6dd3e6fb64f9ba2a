// What we take from fflate: the two halves of deflate, and nothing else.
export { deflateSync, inflateSync } from 'fflate';

/** The part of `mint.ts` that everyone may use: to see whether text was checked, never to mark it. */
export { isMinted, type Minted } from './mint.ts';

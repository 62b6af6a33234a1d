/** The store cannot be opened. The message is one sentence for the operator, without any secret. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

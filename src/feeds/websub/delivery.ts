/** News as a hub delivered them, the signature checked. */
export interface Delivery {
  readonly bytes: Uint8Array
  /** `Content-Type`, verbatim. */
  readonly contentType: string | undefined
}

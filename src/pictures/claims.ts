/** What more than one state claims, and how maps draw it: `config/areas.yaml`. */
export interface Claims {
  readonly areas: readonly ClaimedArea[]
  readonly borders: readonly ClaimedBorder[]
}

/** An area that the atlas has as a shape of its own. */
export interface ClaimedArea {
  /** By ISO 639-1 language. */
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  /** A place in it, in degrees. */
  readonly at: readonly [longitude: number, latitude: number]
  /** ISO 3166-1 alpha-2 of the country that it is drawn as part of; XK draws Kosovo as a country. */
  readonly drawnAs: string
}

/** A border that is disputed as a whole. */
export interface ClaimedBorder {
  /** ISO 3166-1 alpha-2. */
  readonly between: readonly [string, string]
}

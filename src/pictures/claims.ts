/**
 * Areas and borders claimed by more than one state, and how maps draw them: `config/areas.yaml` and
 * `config/borders.yaml`.
 */
export interface Claims {
  readonly areas: readonly ClaimedArea[]
  readonly borders: readonly ClaimedBorder[]
}

/** An area that is a separate shape in the atlas. */
export interface ClaimedArea {
  /** By language (ISO 639-1). */
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  /** A point inside the area, in degrees. */
  readonly at: readonly [longitude: number, latitude: number]
  /** ISO 3166-1 alpha-2 of the country it is drawn as part of. XK draws Kosovo as a country. */
  readonly drawnAs: string
}

/** A border that is disputed along its whole length. */
export interface ClaimedBorder {
  /** ISO 3166-1 alpha-2. */
  readonly between: readonly [string, string]
}

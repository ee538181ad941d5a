/** What a team knows better about a place name: a line of `config/corrections.yaml`. */
export interface PlaceCorrection {
  /** The words as they stand in texts: "Georgia", "Lebanon Valley". */
  readonly words: string
  /** The country that the words mean: ISO 3166-1 alpha-2. */
  readonly means?: string | undefined
  /** A country that the words never mean; they may still mean another. */
  readonly not?: string | undefined
}

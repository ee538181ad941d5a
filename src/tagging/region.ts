/** A part of the world that a team follows, as `config/regions.yaml` defines it. */
export interface Region {
  /** Slug: `middle-east`. */
  readonly id: string
  /** Display names by ISO 639-1 language; English is always there. */
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  /** Other words for it in requests: `mideast`. */
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Shown as a section of a briefing. A country is in one section at most. */
  readonly section: boolean
}

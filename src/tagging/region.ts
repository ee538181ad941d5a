/** A part of the world that a team follows, as `config/regions.yaml` defines it. */
export interface Region {
  /** Slug: `middle-east`. */
  readonly id: string
  /** Display names by ISO 639-1 language; English is always there. */
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  /** What people also type: `mideast`. */
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Sections part the world for briefings: each country is in exactly one of them. */
  readonly section: boolean
}

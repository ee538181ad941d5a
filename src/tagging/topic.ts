/** A topic that people ask for by name, as `config/topics.yaml` defines it. */
export interface Topic {
  /** Slug: `conflict`. */
  readonly id: string
  /** IPTC Media Topic code. */
  readonly code: `medtop:${string}`
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  readonly aliases: readonly string[]
  /** How much a story of it weighs in the order of a briefing; 1 where it is not given. */
  readonly weight?: number
}

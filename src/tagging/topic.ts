/** A topic that people request by name, as `config/topics.yaml` defines it. */
export interface Topic {
  /** Slug: `conflict`. */
  readonly id: string
  /** IPTC Media Topic code. */
  readonly code: `medtop:${string}`
  readonly names: Readonly<Record<string, string>> & { readonly en: string }
  readonly aliases: readonly string[]
  /** Weight of its stories in the order of a briefing; 1 by default. */
  readonly weight?: number
}

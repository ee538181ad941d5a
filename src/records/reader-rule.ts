/** What readers of a workspace corrected: it counts for what comes to that workspace, and nowhere else. */
export interface ReaderRule {
  /** By which it is named in commands. */
  readonly id: string
  /** `platform:workspace`. */
  readonly workspace: string
  readonly correction: ReaderCorrection
  /** Headlines of the stories that it names, for whoever reads a list of rules. */
  readonly about: readonly string[]
  /** A proposal counts once somebody who manages it accepts. */
  readonly state: 'proposed' | 'standing'
  readonly by: RuleMaker
  /** Who made it stand, where somebody else had proposed it. */
  readonly acceptedBy?: RuleMaker
  /** When it was made, milliseconds since 1970. */
  readonly at: number
}

export interface RuleMaker {
  /** `platform:workspace/user`. */
  readonly person: string
  /** As the platform showed them. */
  readonly name: string
}

/** `story` and `other` are ids of stories. */
export type ReaderCorrection =
  /** The story and its running story are not about a country (ISO 3166-1 alpha-2) or a topic (IPTC code). */
  | {
      readonly kind: 'not-about'
      readonly story: string
      readonly what: 'country' | 'topic'
      readonly id: string
    }
  /** These reports (ids of articles) tell another story than the others of it. */
  | { readonly kind: 'two-stories'; readonly story: string; readonly reports: readonly string[] }
  | { readonly kind: 'same-as'; readonly story: string; readonly other: string }
  /** What this outlet prints in this form (`ReportForm`), or in this section of its site where it has no form of its own, is no news. */
  | {
      readonly kind: 'no-news'
      readonly sourceId: string
      readonly form: string | null
      readonly section: string | null
    }
  /** Nobody is called so: the tagger took something else for a name. */
  | { readonly kind: 'wrong-name'; readonly name: string }

/** What became of a new rule. `twin`: the same stands, or was proposed, there already. */
export type RuleAddition = 'kept' | 'taken' | 'twin' | 'full'

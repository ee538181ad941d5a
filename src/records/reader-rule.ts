/** A correction by readers of a workspace. It applies to what is sent to that workspace and nowhere else. */
export interface ReaderRule {
  /** Name of the rule in commands. */
  readonly id: string
  /** `platform:workspace`. */
  readonly workspace: string
  readonly correction: ReaderCorrection
  /** Headlines of the stories it names, for people who read a list of rules. */
  readonly about: readonly string[]
  /** A proposal applies once somebody who manages the workspace accepts it. */
  readonly state: 'proposed' | 'standing'
  readonly by: RuleMaker
  /** Who accepted it, if somebody else had proposed it. */
  readonly acceptedBy?: RuleMaker
  /** When it was made, in milliseconds since 1970. */
  readonly at: number
}

export interface RuleMaker {
  /** `platform:workspace/user`. */
  readonly person: string
  /** Display name on the platform. */
  readonly name: string
}

/** `story` and `other` are ids of stories. */
export type ReaderCorrection =
  /**
   * Neither the story nor its running story is about this country (ISO 3166-1 alpha-2) or topic (IPTC code).
   */
  | {
      readonly kind: 'not-about'
      readonly story: string
      readonly what: 'country' | 'topic'
      readonly id: string
    }
  /** These reports (article ids) tell a different story from its other reports. */
  | { readonly kind: 'two-stories'; readonly story: string; readonly reports: readonly string[] }
  | { readonly kind: 'same-as'; readonly story: string; readonly other: string }
  /**
   * What this outlet publishes in this form (`ReportForm`), or in this section of its site if it has no form,
   * is not news.
   */
  | {
      readonly kind: 'no-news'
      readonly sourceId: string
      readonly form: string | null
      readonly section: string | null
    }
  /** Nobody has this name: the tagger mistook something else for one. */
  | { readonly kind: 'wrong-name'; readonly name: string }

/**
 * What became of a new rule. `taken`: its id exists. `twin`: an equal rule or proposal exists there. `full`:
 * the workspace has as many as allowed.
 */
export type RuleAddition = 'kept' | 'taken' | 'twin' | 'full'

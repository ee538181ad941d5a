import type { ReaderRule, RuleAddition, RuleMaker } from '../reader-rule.ts'

/**
 * Corrections that readers made, by workspace (`platform:workspace`). `/news` changes them; the choice of
 * stories applies them.
 */
export interface ReaderRules {
  /** Rules and proposals in the order in which they were made; those of all workspaces if none is given. */
  readerRules(workspace?: string): Promise<readonly ReaderRule[]>
  /**
   * Stores a new rule, unless its id is taken, an equal one exists there already or the workspace has `most`.
   */
  addReaderRule(rule: ReaderRule, most: number): Promise<RuleAddition>
  /** Turns a proposal into a standing rule; false if there is no proposal with this id. */
  acceptReaderRule(workspace: string, id: string, by: RuleMaker): Promise<boolean>
  /** Deletes a rule or a proposal; false if there is none with this id. */
  removeReaderRule(workspace: string, id: string): Promise<boolean>
}

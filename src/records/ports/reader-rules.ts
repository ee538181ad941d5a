import type { ReaderRule, RuleAddition, RuleMaker } from '../reader-rule.ts'

/** What readers corrected, by workspace (`platform:workspace`): for the words of `/news`, and for whoever chooses what is told. */
export interface ReaderRules {
  /** In the order in which they were made, proposals among them; of all workspaces where none is named. */
  readerRules(workspace?: string): Promise<readonly ReaderRule[]>
  /** Keeps a new one, unless its id is taken, the same is there already, or its workspace has `most`. */
  addReaderRule(rule: ReaderRule, most: number): Promise<RuleAddition>
  /** A proposal stands from now on; false where there is none of this id. */
  acceptReaderRule(workspace: string, id: string, by: RuleMaker): Promise<boolean>
  /** Takes a rule or a proposal back; false where there is none of this id. */
  removeReaderRule(workspace: string, id: string): Promise<boolean>
}

import { readRules, type Rules } from '../briefings/apply-rules.ts'
import type { Asker } from '../chat/command.ts'
import { workspaceOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'

/** Returns the corrections by readers of the asker's workspace. */
export const rulesHere = async (asker: Asker, { archive }: Pick<CommandContext, 'archive'>): Promise<Rules> =>
  readRules(await archive.readerRules(workspaceOf(asker)), archive)

import type { Command } from '../chat/command.ts'
import { LOCAL } from '../chat/local.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { notice } from './notice.ts'
import { isOfWorkspace } from './asker.ts'

/** Deletes all that is kept of a workspace, once the word `everything` stands behind it; without it, says what that is. */
export function forgetCommand({ subscriptions: shelf }: CommandContext): Command {
  return defineCommand({
    name: 'forget',
    options: ['confirm'],
    bare: 'confirm',
    permission: 'admin',
    usage: 'forget [everything]',
    examples: ['forget', 'forget everything'],
    async run({ confirmed }, asker) {
      const { platform, workspace, language } = asker
      if (platform === LOCAL) return notice('info', say('forget.terminal', language), asker)
      if (confirmed) {
        const gone = await shelf.forgetWorkspace({ platform, workspace })
        return notice('info', say('forget.done', language, { ...gone }), asker)
      }
      const all = await shelf.subscriptions({ states: ['active', 'paused', 'ended'] })
      const subscriptions = all.filter((subscription) => isOfWorkspace(subscription, asker)).length
      return notice('info', say('forget.explain', language, { subscriptions }), asker)
    },
  })
}

import type { Command } from '../chat/command.ts'
import { LOCAL } from '../chat/local.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { info } from './notice.ts'
import { isOfWorkspace } from './asker.ts'

/**
 * `forget`: deletes everything stored about a workspace if the word `everything` follows; otherwise tells
 * what that would be.
 */
export function forgetCommand({ subscriptions: shelf }: CommandContext): Command {
  return defineCommand({
    name: 'forget',
    options: ['confirm'],
    positionalOption: 'confirm',
    permission: 'admin',
    usage: 'forget [everything]',
    examples: ['forget', 'forget everything'],
    async run({ confirmed }, asker) {
      const { platform, workspace } = asker
      if (platform === LOCAL) return info(asker, 'forget.terminal')
      if (confirmed === true) {
        const gone = await shelf.forgetWorkspace({ platform, workspace })
        return info(asker, 'forget.done', { ...gone })
      }
      const all = await shelf.subscriptions({ states: ['active', 'paused', 'ended'] })
      const subscriptions = all.filter((subscription) => isOfWorkspace(subscription, asker)).length
      return info(asker, 'forget.explain', { subscriptions })
    },
  })
}

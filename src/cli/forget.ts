import type { Command } from 'commander'
import { eitherOf } from '../chat/chat-platform.ts'
import { type CliContext, EXIT, Exit, openSettings } from './cli-context.ts'

/**
 * Adds `dragoman forget slack:T123`: deletes everything kept of a workspace, for when nobody can ask for that
 * in chat.
 */
export function addForget(program: Command, context: CliContext): void {
  const { platforms } = context
  const examples = eitherOf(platforms.map(({ workspaces }) => workspaces.example))
  program
    .command('forget')
    .description(
      'delete everything kept about one workspace: subscriptions, settings, sent messages; stop the bot ' +
        'first, or say “/news forget” there',
    )
    .argument('<workspace>', `${examples}, with the id of the platform`)
    .action(async (typed: string) => {
      const platform = platforms.find(({ workspaces }) => workspaces.pattern.test(typed))?.platform
      if (platform === undefined) {
        throw new Exit(EXIT.usage, `'${typed}' is no workspace; write ${examples}`)
      }
      const settings = await openSettings(context)
      const { storeOf } = await import('../storage/open-store.ts')
      // Exclusive, because a running bot caches subscriptions and would go on serving the deleted ones.
      await using store = await storeOf(settings).openKept('exclusive')
      const workspace = typed.slice(platform.length + 1)
      const { subscriptions, messages, others } = await store.forgetWorkspace({ platform, workspace })
      if (subscriptions + messages + others === 0)
        throw new Exit(
          EXIT.usage,
          `Nothing is known of ${typed}, so nothing was deleted. Is it the id that the platform gives the ` +
            'workspace, and is DRAGOMAN_DATA the bot’s data directory?',
        )
      context.output.write(
        `${typed} is forgotten: ${subscriptions} subscriptions, ${messages} messages, its settings and its sign-in\n`,
      )
    })
}

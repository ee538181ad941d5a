import type { Command } from 'commander'
import type { ChatPlatform } from '../chat/chat-platform.ts'
import { localAsker } from '../chat/local.ts'
import type { Message } from '../records/message.ts'
import { type CliContext, platformArgument } from './cli-context.ts'
import { topicNames } from './print-message.ts'
import { runSample } from './run-sample.ts'

/** `dragoman preview`: what a platform would show of the sample edition, as a page or as the payload itself. */
export function addPreview(program: Command, context: CliContext): void {
  program
    .command('preview')
    .description(
      'draw the last briefing of the sample edition, or the answer to /news WORDS about it, as a platform would: ' +
        'one HTML page on standard output; no network, no keys',
    )
    .addArgument(platformArgument(context))
    .argument('[words...]', 'as behind /news: search wheat')
    .option('--json', 'print the payload that would be sent')
    .action(
      async (
        platform: ChatPlatform,
        words: readonly string[],
        { json = false }: { readonly json?: boolean },
      ) => {
        await runSample(context, async ({ settings, newsroom, briefings }) => {
          const { allCommands } = await import('../commands/all-commands.ts')
          const commands = allCommands({ ...newsroom.view, sources: null })
          const asker = localAsker(settings.briefings[0]?.zone ?? settings.zone, settings.language)
          const shown: Message | undefined =
            words.length === 0
              ? briefings.at(-1)
              : await commands.answer(commands.read(words.join(' ')), asker)
          if (shown === undefined) throw new Error('The sample edition gave no briefing.')
          const { html, payload } = await platform.preview(shown, topicNames(settings.topics))
          context.output.write(json ? `${JSON.stringify(payload, null, 2)}\n` : html)
        })
      },
    )
}

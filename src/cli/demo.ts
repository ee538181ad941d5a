import type { Command } from 'commander'
import type { CliContext } from './cli-context.ts'
import { printMessage, type PrintOptions, topicNames } from './print-message.ts'
import { runSample } from './run-sample.ts'

interface DemoOptions extends PrintOptions {
  readonly all?: boolean
  readonly ask?: boolean
}

/** `dragoman demo`: the sample edition through the bot itself. */
export function addDemo(program: Command, context: CliContext): void {
  program
    .command('demo')
    .description(
      'read the sample edition (ten invented outlets, four days) and print the briefing of its last day; no network, no keys',
    )
    .option('--all', 'print the briefing of every day')
    .option('--ask', 'afterwards, answer /news words about the sample')
    .option('--json', 'print as JSON')
    .option('--markdown', 'print as Markdown')
    .action(async (options: DemoOptions) => {
      await runSample(context, async ({ settings, newsroom, briefings }) => {
        for (const message of options.all === true ? briefings : briefings.slice(-1))
          await printMessage(message, options, settings, context)
        if (options.ask !== true) return
        const { allCommands } = await import('../commands/all-commands.ts')
        const terminal = (await context.terminal()).create({
          prompt: true,
          zone: settings.briefings[0]?.zone ?? settings.zone,
          language: settings.language,
          topicName: topicNames(settings.topics),
        })
        await terminal.start(allCommands({ ...newsroom.view, sources: null }))
        await Promise.race([terminal.closed, context.stopped])
        await terminal.stop()
      })
    })
}

import type { Message } from '../records/message.ts'
import type { Settings } from '../settings/settings.ts'
import type { CliContext } from './cli-context.ts'
import { topicNames } from './topic-names.ts'

/** How a command prints: for a person, for a program, or for a document. */
export interface PrintOptions {
  readonly json?: boolean
  readonly markdown?: boolean
}

export async function printMessage(
  message: Message,
  options: PrintOptions,
  settings: Settings,
  context: CliContext,
): Promise<void> {
  if (options.json === true) {
    context.output.write(`${(await context.terminal()).renderJson(message)}\n`)
    return
  }
  const terminal = await context.terminal()
  const topicName = topicNames(settings.topics)
  context.output.write(
    options.markdown === true
      ? await terminal.renderMarkdown(message, topicName)
      : `${terminal.render(message, topicName)}\n`,
  )
}

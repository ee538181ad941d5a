import { Presets, SingleBar } from 'cli-progress'
import type { TopicName } from '../chat/chat-platform.ts'
import type { Message } from '../records/message.ts'
import type { Settings } from '../settings/settings.ts'
import type { Topic } from '../tagging/topic.ts'
import type { CliContext } from './cli-context.ts'

/** Output format: for a person (default), a program (JSON) or a document (Markdown). */
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
  const terminal = await context.terminal()
  const topicName = topicNames(settings.topics)
  if (options.json === true) context.output.write(`${terminal.renderJson(message)}\n`)
  else if (options.markdown === true) context.output.write(await terminal.renderMarkdown(message, topicName))
  else context.output.write(`${terminal.render(message, topicName)}\n`)
}

/** Looks up topic names by code, in the reader's language if `config/topics.yaml` has it, else in English. */
export function topicNames(topics: readonly Topic[]): TopicName {
  const byCode = new Map<string, Topic>(topics.map((topic) => [topic.code, topic]))
  return (code, language) => {
    const names = byCode.get(code)?.names
    return names?.[language.split('-')[0] ?? 'en'] ?? names?.en
  }
}

/** A progress bar on standard error; does nothing in a pipe. `of` is the plural of what is counted. */
export function readingProgress(
  { errors }: Pick<CliContext, 'errors'>,
  doing = 'reading',
  of = 'sources',
): {
  /** The first call shows the bar. */
  readonly onProgress: (done: number, total: number) => void
  /** Removes the bar. */
  readonly stop: () => void
} {
  if (errors.isTTY !== true) return { onProgress: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: errors,
      format: `${doing} {bar} {value} of {total} ${of}`,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    onProgress(done, total) {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(done)
    },
    stop() {
      if (started) bar.stop()
    },
  }
}

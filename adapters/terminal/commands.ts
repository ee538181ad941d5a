import type { Asker } from '../../src/chat/command.ts'
import type { Commands } from '../../src/chat/commands.ts'
import type { Message } from '../../src/records/message.ts'
import { say } from '../../src/words/say.ts'

/** The outcome of a typed line. */
export type Answer =
  | { readonly status: 'answered'; readonly message: Message }
  | { readonly status: 'nothing' }
  | { readonly status: 'exit' }

/**
 * Answers one line: `/news search lorries`, or the same without `/news`. An error becomes a notice, so that
 * it does not end the prompt.
 */
export async function answerLine(line: string, commands: Commands, asker: Asker): Promise<Answer> {
  const typed = withoutNews(line).trim()
  if (typed === '') return { status: 'nothing' }
  if (EXIT.has(typed)) return { status: 'exit' }
  try {
    return { status: 'answered', message: await commands.answer(commands.read(typed), asker) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const text = say('prompt.failed', asker.language, { line: typed, reason })
    return { status: 'answered', message: { kind: 'notice', level: 'error', text, language: asker.language } }
  }
}

/** Tab completion: the words that begin as the line does, in the form `readline` requires. */
export function complete(line: string, commands: Commands): [string[], string] {
  const typed = withoutNews(line)
  const names = [...commands.all.map((command) => command.name), 'exit']
  return [names.filter((name) => name.startsWith(typed)).map((name) => `${name} `), typed]
}

const EXIT = new Set(['exit', 'quit'])

function withoutNews(line: string): string {
  return line.trimStart().replace(/^\/news(?:\s+|$)/, '')
}

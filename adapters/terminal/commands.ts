import type { Asker, Command } from '../../src/chat/command.ts'
import type { Message } from '../../src/chat/message.ts'
import { say } from '../../src/words/say.ts'

/** What a typed line leads to. */
export type Answer =
  | { readonly status: 'answered'; readonly message: Message }
  | { readonly status: 'nothing' }
  | { readonly status: 'exit' }

/**
 * Answers one line: `/news search lorries`, or the same without `/news`. A command that throws is answered too: one bad
 * question must not end the prompt.
 */
export async function answerLine(line: string, commands: readonly Command[], asker: Asker): Promise<Answer> {
  const [name = '', rest = ''] = cut(withoutNews(line))
  if (name === '') return { status: 'nothing' }
  if (EXIT.has(name)) return { status: 'exit' }
  const command = commands.find((other) => other.name === name.toLowerCase())
  if (command === undefined) {
    const message = name === 'help' ? help(commands, asker.language) : unknown(name, commands, asker.language)
    return { status: 'answered', message }
  }
  try {
    return { status: 'answered', message: await command.run(rest, asker) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      status: 'answered',
      message: notice('error', say('prompt.failed', asker.language, { line, reason }), asker.language),
    }
  }
}

/** Tab completion over the words that begin as the line does, in the form `readline` asks for. */
export function complete(line: string, commands: readonly Command[]): [string[], string] {
  const typed = withoutNews(line)
  const names = [...new Set([...commands.map((command) => command.name), 'help', 'exit'])]
  return [names.filter((name) => name.startsWith(typed)).map((name) => `${name} `), typed]
}

const EXIT = new Set(['exit', 'quit'])

function withoutNews(line: string): string {
  return line.trimStart().replace(/^\/news(?:\s+|$)/, '')
}

/** The first word, and everything after it. */
function cut(line: string): readonly string[] {
  const trimmed = line.trim()
  const blank = trimmed.search(/\s/)
  return blank === -1 ? [trimmed] : [trimmed.slice(0, blank), trimmed.slice(blank).trimStart()]
}

function help(commands: readonly Command[], language: string): Message {
  const own = { words: 'exit', summary: say('prompt.exit', language), examples: [] }
  return { kind: 'help', commands: [...commands.map((command) => command.help), own], language }
}

function unknown(word: string, commands: readonly Command[], language: string): Message {
  const names = [...commands.map((command) => command.name), 'help', 'exit'].join(', ')
  return notice('warning', say('prompt.unknown', language, { word, names }), language)
}

function notice(level: 'warning' | 'error', text: string, language: string): Message {
  return { kind: 'notice', level, text, language }
}

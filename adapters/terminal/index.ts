import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts'
import type { Asker } from '../../src/chat/command.ts'
import type { Commands } from '../../src/chat/commands.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { languageOf } from '../../src/chat/message-kinds.ts'
import type { Message } from '../../src/records/message.ts'
import { answerLine, complete } from './commands.ts'
import { toDeliveryError } from './errors.ts'
import { optionsFor, type Output } from './output.ts'
import { renderMessage, type RenderOptions } from './render.ts'
import { say } from '../../src/words/say.ts'

export interface TerminalOptions {
  /** A terminal gets a prompt; other streams are read line by line; null means nobody asks. */
  readonly input: (NodeJS.ReadableStream & { readonly isTTY?: boolean }) | null
  readonly output: Output
  /** NO_COLOR, FORCE_COLOR and TERM are used. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The person at the terminal. */
  readonly asker: Asker
  readonly topicName?: RenderOptions['topicName']
}

export interface Terminal extends ChatAdapter {
  /** Resolves when the reader leaves: `exit`, Ctrl-D, the end of the input, or `stop()`. */
  readonly closed: Promise<void>
}

const PROMPT = '/news '

/** The chat adapter for a terminal: prints what is posted and answers what is typed. */
export function createTerminal({ input, output, env, asker, topicName }: TerminalOptions): Terminal {
  const closed = Promise.withResolvers<void>()
  const interactive = input?.isTTY === true && output.isTTY === true
  let reading: Interface | null = null
  let posted = 0

  const draw = (message: Message): string =>
    renderMessage(message, { ...optionsFor(output, env), ...(topicName === undefined ? {} : { topicName }) })

  const drawText = (text: string, language: string): string =>
    draw({ kind: 'notice', level: 'info', text, language })

  const leave = (): void => {
    reading?.close()
    closed.resolve()
  }
  // The failing post reports a stream's error; but without a listener the error would end the process.
  output.on('error', leave)

  /** Text that arrives while somebody types is printed above the prompt, which is then restored. */
  const print = async (text: string): Promise<void> => {
    if (interactive && reading !== null) {
      cursorTo(output, 0)
      clearLine(output, 0)
    }
    await write(output, `${text}\n\n`)
    if (interactive) reading?.prompt(true)
  }

  const answerLines = async (lines: Interface, commands: Commands): Promise<void> => {
    for await (const line of lines) {
      const answer = await answerLine(line, commands, asker)
      if (answer.status === 'exit') break
      if (answer.status === 'answered') await print(draw(answer.message))
      else if (interactive) lines.prompt()
    }
  }

  return {
    platform: 'terminal',
    repeatsAreRecognisedForMs: 0,
    closed: closed.promise,

    async start(commands) {
      if (input === null) return
      const lines = createInterface({
        input,
        output,
        terminal: interactive,
        prompt: PROMPT,
        completer: (line: string) => complete(line, commands),
      })
      reading = lines
      // Ctrl-C clears a line that was begun, and leaves if there is none.
      lines.on('SIGINT', () =>
        lines.line === '' ? lines.close() : lines.write(null, { ctrl: true, name: 'u' }),
      )
      lines.on('close', () => {
        reading = null
      })
      const answered = answerLines(lines, commands).finally(() => lines.close())
      answered.then(closed.resolve, closed.reject)
      if (interactive) await print(drawText(say('prompt.welcome', asker.language), asker.language))
    },

    async post(channel, message, { journal }) {
      const id = await journal.send({ number: 0, storyIds: storiesOf(message) }, async (handOver) => {
        const text = draw(message)
        await handOver()
        await print(text)
        return String((posted += 1))
      })
      if (id === null) throw new DeliveryError('in-doubt', 'The bot ended while this was being printed.')
      return { platform: 'terminal', channel, messageIds: [id] }
    },

    async update(_receipt, message) {
      const language = languageOf(message)
      await print(`${drawText(say('post.update', language), language)}\n\n${draw(message)}`)
    },

    async acceptsToken() {
      return true
    },

    async directChannel() {
      return 'terminal'
    },

    async stop() {
      leave()
      output.off('error', leave)
    },
  }
}

const storiesOf = (message: Message): readonly string[] =>
  message.kind === 'briefing'
    ? message.briefing.sections.flatMap(({ stories }) => stories.map(({ id }) => id))
    : []

/**
 * Resolves once the stream accepted the text.
 * @throws DeliveryError
 */
function write(output: Output, text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  output.write(text, (error) => (error ? reject(toDeliveryError(error)) : resolve()))
  return promise
}

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Command } from 'commander'
import type { ChatPlatform, SetupDialogue } from '../chat/chat-platform.ts'
import { type CliContext, EXIT, platformArgument } from './cli-context.ts'
import { envFileOf, keepInEnvFile } from './env-file.ts'

/** Adds `dragoman setup`: guides a person through connecting a platform and writes the env file. */
export function addSetUp(program: Command, context: CliContext): void {
  program
    .command('setup')
    .description('connect a chat platform: explains each step, checks the result, and writes the env file')
    .addArgument(platformArgument(context))
    .action(async (platform: ChatPlatform) => {
      const stopping = new AbortController()
      void context.stopped.then(() => stopping.abort())
      const dialogue = openDialogue(context, stopping)
      try {
        const aborted = once(stopping.signal, 'abort').then(() => stopping.signal.throwIfAborted())
        await Promise.race([platform.setUp(dialogue, context.env), aborted])
      } catch (error) {
        if (!stopping.signal.aborted) throw error
        context.errors.write('stopped before it was done; nothing was written\n')
        context.setExitCode(EXIT.stopped)
      } finally {
        dialogue.close()
      }
    })
}

/**
 * A dialogue on the terminal; piped lines answer its questions in order. Ctrl-C, which arrives as a key,
 * aborts `stopping`; nothing is written after that.
 */
function openDialogue(
  { env, input, output }: CliContext,
  stopping: AbortController,
): SetupDialogue & { close(): void } {
  let hidden = false
  // readline echoes typed text by writing it; a secret must not be echoed.
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) output.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input, output: shown, terminal: input.isTTY === true })
  lines.once('SIGINT', () => stopping.abort())
  const answers = lines[Symbol.asyncIterator]()
  let ended = false
  lines.once('close', () => {
    ended = true
  })
  return {
    say: (text) => void output.write(`${text}\n`),
    async ask(question, { secret = false } = {}) {
      // Piped input may have ended while lines of it still wait to be read.
      if (ended) output.write(`${question} `)
      else {
        lines.setPrompt(`${question} `)
        lines.prompt()
      }
      hidden = secret
      const answer = await answers.next()
      hidden = false
      if (secret) output.write('\n')
      if (answer.done === true) throw new Error(`Nothing was typed for: ${question}`)
      return answer.value.trim()
    },
    keep(variables) {
      stopping.signal.throwIfAborted()
      const file = envFileOf(env)
      keepInEnvFile(file, variables)
      const written = Object.keys(variables).filter((name) => variables[name] !== null)
      output.write(`Written to ${file}: ${written.join(', ')}\n`)
      return Promise.resolve()
    },
    close: () => lines.close(),
  }
}

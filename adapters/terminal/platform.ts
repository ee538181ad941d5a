import { localAsker } from '../../src/chat/local.ts'
import type { TerminalPlatform } from '../../src/cli/cli-context.ts'
import { createTerminal, type TerminalOptions } from './index.ts'
import { optionsFor } from './output.ts'
import { renderJson } from './render-json.ts'
import { renderMessage } from './render.ts'

/** The terminal of a process, made from its streams. */
export function openTerminal({
  stdin: input,
  stdout: output,
  env,
}: {
  readonly stdin: TerminalOptions['input']
  readonly stdout: TerminalOptions['output']
  readonly env: TerminalOptions['env']
}): TerminalPlatform {
  return {
    create: ({ prompt, zone, language, topicName }) =>
      createTerminal({
        asker: localAsker(zone, language),
        topicName,
        input: prompt ? input : null,
        output,
        env,
      }),
    render: (message, topicName) => renderMessage(message, { ...optionsFor(output, env), topicName }),
    async renderMarkdown(message, topicName) {
      const { renderMarkdown } = await import('./render-markdown.ts')
      return renderMarkdown(message, { topicName })
    },
    renderJson,
  }
}

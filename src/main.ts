import { openFileLimit } from './cli/open-files.ts'
import { runCli } from './cli/run-cli.ts'

const stop = Promise.withResolvers<void>()
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopping = true
    stop.resolve()
  })
// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

await runCli(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  stopped: stop.promise,
  openFiles: openFileLimit(),
  setExitCode(code) {
    process.exitCode = code
  },
  async terminal() {
    const [{ createTerminal }, { optionsFor }, { renderMessage }, { renderJson }] = await Promise.all([
      import('../adapters/terminal/index.ts'),
      import('../adapters/terminal/output.ts'),
      import('../adapters/terminal/render.ts'),
      import('../adapters/terminal/render-json.ts'),
    ])
    return {
      create: ({ prompt, ...own }) =>
        createTerminal({
          ...own,
          input: prompt ? process.stdin : null,
          output: process.stdout,
          env: process.env,
        }),
      render: (message, topicName) =>
        renderMessage(message, { ...optionsFor(process.stdout, process.env), topicName }),
      async renderMarkdown(message, topicName) {
        const { renderMarkdown } = await import('../adapters/terminal/render-markdown.ts')
        return renderMarkdown(message, { topicName })
      },
      renderJson,
    }
  },
  async platforms() {
    const [{ slackPlatform }, { discordPlatform }] = await Promise.all([
      import('../adapters/slack/platform.ts'),
      import('../adapters/discord/platform.ts'),
    ])
    return [slackPlatform, discordPlatform]
  },
})

// A question to DNS cannot be taken back, and would hold the process for as long as nobody answers it.
if (isStopping) process.exit()

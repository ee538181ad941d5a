import { once } from 'node:events'
import type { Command } from 'commander'
import type { Newsroom } from '../newsroom.ts'
import type { Settings } from '../settings/settings.ts'
import { openBesideBot } from './brief.ts'
import { type CliContext, openSettings } from './cli-context.ts'

/** Adds `dragoman mcp`: serves an assistant that started this process. */
export function addMcp(program: Command, context: CliContext): void {
  program
    .command('mcp')
    .description(
      'answer an assistant (Model Context Protocol) on standard input and output, from what is stored; reads nothing, changes nothing',
    )
    .action(async () => {
      const settings = await openSettings(context)
      const { newsroom } = await openBesideBot(settings)
      try {
        await serveAssistant(newsroom, settings, context)
      } finally {
        await newsroom.close()
      }
    })
}

/** Serves MCP until the assistant closes standard input, or the process is asked to stop. */
export async function serveAssistant(
  { view }: Pick<Newsroom, 'view'>,
  { site, zone, language }: Settings,
  context: CliContext,
): Promise<void> {
  const { serveStdio, StdioServerTransport } = await import('@modelcontextprotocol/server/stdio')
  const { openArchive } = await import('../archive/open-archive.ts')
  const { createMcpServer } = await import('../programs/create-mcp.ts')
  const tools = { archive: openArchive(view), pages: site?.url ?? null, zone, language }
  const transport = new StdioServerTransport(context.input, context.output)
  const serving = serveStdio(() => createMcpServer(tools), { transport })
  await Promise.race([once(context.input, 'close'), once(context.input, 'end'), context.stopped])
  await serving.close()
}

import type { McpHttpHandler } from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import { describeApi } from './describe-api.ts'
import type { ProgramTools } from './define-question.ts'
import { QUESTIONS } from './questions.ts'

/** Largest call of a tool, in bytes. The longest texts of a tool are some thousand. */
const LONGEST_CALL = 64 * 1024

/** The site that a program asks. */
interface Site {
  readonly root: string
  /** Called with what went wrong where a question was answered with 500. */
  readonly noteFault: (error: unknown) => void
}

/**
 * Creates the routes `/api` and `/mcp` for a site whose pages are at `root`. The site decides who may use
 * them.
 */
export function createPrograms(tools: ProgramTools & Site) {
  const { root } = tools
  const app = new Hono()
  app.onError((error, c) => {
    tools.noteFault(error)
    return c.json({ error: 'Something went wrong here: ask again in a minute.' }, 500)
  })
  const document = describeApi(QUESTIONS, `${root}/api`)
  app.get('/api/openapi.json', (c) => c.json(document))
  for (const { path, ask } of QUESTIONS)
    app.get(`/api${path}`, async (c) => {
      const outcome = await ask({ ...c.req.query(), ...c.req.param() }, tools)
      if (outcome.status === 'answered') return c.json(outcome.answer)
      return c.json({ error: outcome.text }, outcome.status === 'unknown' ? 404 : 400)
    })
  app.all('/api/*', (c) =>
    c.json({ error: `There is no such question: ${root}/api/openapi.json lists them.` }, 404),
  )

  let handler: Promise<McpHttpHandler> | null = null
  app.all('/mcp', async (c) => {
    // Prevents a page of another site from asking in its visitor's name (MCP, transports, security).
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== new URL(root).origin)
      return c.json({ error: 'Not from another site.' }, 403)
    handler ??= openMcp(tools)
    return (await handler).fetch(c.req.raw)
  })
  return app
}

/** Creates the MCP handler. Loads the MCP modules only for the first assistant. */
async function openMcp(tools: ProgramTools): Promise<McpHttpHandler> {
  const { createMcpHandler } = await import('@modelcontextprotocol/server')
  const { createMcpServer } = await import('./create-mcp.ts')
  return createMcpHandler(() => createMcpServer(tools), { maxRequestBodySize: LONGEST_CALL })
}

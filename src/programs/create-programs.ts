import type { McpHttpHandler } from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import { describeApi } from './describe-api.ts'
import type { ProgramTools } from './define-question.ts'
import { QUESTIONS } from './questions.ts'

/** Bytes of one call of a tool: its longest texts are some thousand. */
const LONGEST_CALL = 64 * 1024

/** `/api` and `/mcp` of a site whose pages stand at `root`. Who may ask is the site's to say. */
export function createPrograms(tools: ProgramTools & { readonly root: string }) {
  const { root } = tools
  const app = new Hono()
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
    // A page of another site must not ask in the name of whoever looks at it (MCP, transports, security).
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== new URL(root).origin)
      return c.json({ error: 'Not from another site.' }, 403)
    handler ??= openMcp(tools)
    return (await handler).fetch(c.req.raw)
  })
  return app
}

/** Loaded when the first assistant comes. */
async function openMcp(tools: ProgramTools): Promise<McpHttpHandler> {
  const { createMcpHandler } = await import('@modelcontextprotocol/server')
  const { createMcpServer } = await import('./create-mcp.ts')
  return createMcpHandler(() => createMcpServer(tools), { maxRequestBodySize: LONGEST_CALL })
}

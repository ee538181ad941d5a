import type { Context, Hono, MiddlewareHandler } from 'hono'
import { hashOf } from '../../commands/web.ts'
import { createPrograms } from '../../programs/create-programs.ts'
import type { Answering } from '../answering.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'

/** `Authorization: Bearer …` (RFC 6750, 2.1). */
const BEARER = /^Bearer +([\w-]{43})$/iu

/**
 * Adds `/api` and `/mcp`, for everybody who may read the pages, and for programs with a token of a person who
 * signed in.
 */
export function addPrograms(
  app: Hono<SiteEnv>,
  tools: SiteTools,
  answering: Pick<Answering, 'mayAsk'>,
  mayRead: (c: Context<SiteEnv>) => boolean,
): void {
  const { people } = tools

  async function hasToken(c: Context<SiteEnv>): Promise<boolean> {
    const [, secret] = BEARER.exec(c.req.header('authorization') ?? '') ?? []
    if (people === null || secret === undefined) return false
    return (await people.keys.useAccessKey('program', hashOf(secret), people.newsroom.now())) !== null
  }

  const guard: MiddlewareHandler<SiteEnv> = async (c, next) => {
    c.header('cache-control', 'no-store')
    if (!answering.mayAsk(c))
      return c.json({ error: 'Too many questions: ask again in a minute.' }, 429, { 'retry-after': '60' })
    if (mayRead(c) || (await hasToken(c))) return next()
    const error =
      'The news is not open to everybody: send a token (Authorization: Bearer …), as /news web gives.'
    return c.json({ error }, 401, { 'www-authenticate': 'Bearer' })
  }
  app.use('/api/*', guard)
  app.use('/mcp', guard)
  app.route('/', createPrograms({ ...tools, pages: tools.root }))
}

import type { Hono } from 'hono'
import { html } from 'hono/html'
import { say } from '../../words/say.ts'
import { type Answering, clientOf } from '../answering.ts'
import { createRateLimit } from '../create-rate-limit.ts'
import { hidden } from '../layout.ts'
import { isOwnForm, type Sessions } from '../sessions.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'

/** Most attempts of one client in a minute. Nobody can guess 32 bytes, and nobody needs more attempts. */
const MOST_TRIES_A_MINUTE = 10

/**
 * Adds signing in. The link of `/news web` shows a button, because it works once, and chats and mail filters
 * open links before people do.
 */
export function addSignIn(
  app: Hono<SiteEnv>,
  tools: SiteTools,
  sessions: Sessions,
  answering: Answering,
): void {
  const mayTry = createRateLimit(MOST_TRIES_A_MINUTE, Date.now)
  const { show, viewOf } = answering

  app.get('/enter/:secret', (c) => {
    const view = viewOf(c)
    const title = say('page.enter', view.language)
    const main = html`<h1>${title}</h1>
      <p>${say('page.enterHere', view.language)}</p>
      <form method="post" action="/enter">
        ${hidden(view)}<input type="hidden" name="secret" value="${c.req.param('secret')}" /><button>
          ${title}
        </button>
      </form>`
    return show(c, { title, isPrivate: true, canonical: '/enter', main })
  })

  app.post('/enter', async (c) => {
    if (!mayTry(clientOf(c, tools))) return answering.busy(c)
    const { secret } = await c.req.parseBody()
    if (typeof secret === 'string' && (await sessions.enter(c, secret))) return c.redirect('/own', 303)
    return answering.used(c)
  })

  app.post('/leave', async (c) => {
    const session = c.get('session')
    const { token } = await c.req.parseBody()
    if (session !== null && isOwnForm(session, typeof token === 'string' ? token : undefined))
      await sessions.leave(c)
    return c.redirect('/', 303)
  })
}

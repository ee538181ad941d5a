import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Asker, Command } from '../../chat/command.ts'
import type { RawOptions } from '../../chat/commands.ts'
import { commandNamed } from '../../chat/named.ts'
import type { Message } from '../../records/message.ts'
import { say } from '../../words/say.ts'
import type { Answering } from '../answering.ts'
import { drawActions } from '../pages/action-forms.ts'
import { drawMessage } from '../pages/draw-message.ts'
import type { ListTools } from '../pages/list-page.ts'
import { isOwnForm } from '../sessions.ts'
import type { People, Session, SiteEnv } from '../site-tools.ts'

export type OwnAnswers = ReturnType<typeof createOwnAnswers>

/** Creates the functions by which signed-in people run `/news` commands on pages. */
export function createOwnAnswers(
  app: Hono<SiteEnv>,
  { commands }: Pick<People, 'commands'>,
  drawing: ListTools,
  { show, viewOf, closed, forged }: Answering,
) {
  const find = (name: string): Command => commandNamed(commands, name)
  const ask = (name: string, options: RawOptions, asker: Asker): Promise<Message> =>
    commands.answer({ command: find(name), options, mistakes: [] }, asker)

  /** The session, with the asker's language set to the page's; null if nobody is signed in. */
  function sessionOf(c: Context<SiteEnv>): Session | null {
    const session = c.get('session')
    return session && { ...session, asker: { ...session.asker, language: viewOf(c).language } }
  }

  /** Adds a page for whoever is signed in. */
  const onGet = (path: string, answer: (c: Context<SiteEnv>, session: Session) => Promise<Response>) =>
    app.get(path, (c) => {
      const session = sessionOf(c)
      return session === null ? closed(c) : answer(c, session)
    })

  /** Handles a form if this session drew it. */
  const onPost = (
    path: string,
    answer: (c: Context<SiteEnv>, session: Session, sent: URLSearchParams) => Promise<Response>,
  ) =>
    app.post(path, async (c) => {
      const session = sessionOf(c)
      const sent = new URLSearchParams(await c.req.text())
      if (session !== null && isOwnForm(session, sent.get('token') ?? undefined))
        return answer(c, session, sent)
      return forged(c)
    })

  /** Shows an answer with its follow-up actions and a link back. */
  function showAnswer(
    c: Context<SiteEnv>,
    message: Message,
    session: Session,
    from: string,
  ): Promise<Response> {
    const view = viewOf(c)
    const frame = { formToken: session.formToken, from, href: view.href }
    const main = html`${drawMessage(message, drawing, view)}
      ${drawActions(message.actions ?? [], frame, view)}
      <p><a href="${view.href(from)}">${say('page.back', view.language)}</a></p>`
    return show(c, { title: say('page.own', view.language), isPrivate: true, main })
  }

  return { find, ask, onGet, onPost, showAnswer }
}

import type { Context } from 'hono'
import { html } from 'hono/html'
import { makeKey } from '../../commands/web.ts'
import type { AccessKey } from '../../records/access-key.ts'
import { say } from '../../words/say.ts'
import type { Answering } from '../answering.ts'
import type { Html } from '../html.ts'
import { drawHiddenFields, type FormFrame } from '../pages/action-forms.ts'
import type { People, Session, SiteEnv, SiteTools } from '../site-tools.ts'
import type { View } from '../view.ts'
import type { OwnAnswers } from './own-answers.ts'

const MOST_FEEDS = 50
const MOST_PROGRAMS = 10

/** Adds the management of a person's keys (sign-ins, feeds, programs): list, create, revoke. */
export function addOwnKeys(
  { keys, newsroom }: Pick<People, 'keys' | 'newsroom'>,
  { root }: Pick<SiteTools, 'root'>,
  { show, viewOf }: Answering,
  { ask, onPost, showAnswer }: OwnAnswers,
) {
  async function drawKeys({ key }: Session, frame: FormFrame, view: View): Promise<Html> {
    const own = await keys.accessKeys(key.person, newsroom.now())
    const rows = own.map(
      (one) =>
        html`<li>
          ${drawKey(one, view)}
          <form method="post" action="${view.href('/own/revoke')}">
            ${drawHiddenFields(frame)}<button name="id" value="${one.id}">
              ${say('page.revoke', view.language)}
            </button>
          </form>
        </li>`,
    )
    return html`<section aria-labelledby="keys">
      <h2 id="keys">${say('page.keys', view.language)}</h2>
      <ul class="plain">
        ${rows}
      </ul>
      <form method="post" action="${view.href('/own/programs')}">
        ${drawHiddenFields(frame)}<button>${say('page.newProgram', view.language)}</button>
      </form>
    </section>`
  }

  onPost('/own/revoke', async (c, session, sent) => {
    await keys.revokeAccessKey(session.key.person, sent.get('id') ?? '')
    return c.redirect(viewOf(c).href('/own'), 303)
  })

  onPost('/own/programs', async (c, session) => {
    const { key, secret } = makeKey('program', session.key.visitor, newsroom.now(), null)
    await keys.keepAccessKey(key, MOST_PROGRAMS)
    return showSecret(c, secret)
  })

  onPost('/own/feeds', async (c, session, sent) => {
    const id = sent.get('subscription') ?? ''
    const message = await ask('subscriptions', new Map([['subscription', [id]]]), session.asker)
    if (message.kind !== 'subscription') return showAnswer(c, message, session, '/own')
    const made = makeKey('feed', session.key.visitor, newsroom.now(), null)
    await keys.keepAccessKey({ ...made.key, subscription: message.subscription.id }, MOST_FEEDS)
    return showSecret(c, `${root}/feeds/${made.secret}.atom`)
  })

  function showSecret(c: Context<SiteEnv>, secret: string): Promise<Response> {
    const { language, href } = viewOf(c)
    const main = html`<h1>${say('page.keys', language)}</h1>
      <p class="notice">
        ${say('page.secretOnce', language, { secret: '' })} <code dir="ltr">${secret}</code>
      </p>
      <p><a href="${href('/own')}">${say('page.back', language)}</a></p>`
    return show(c, { title: say('page.keys', language), isPrivate: true, main })
  }

  return drawKeys
}

function drawKey(
  { kind, subscription = '', createdAt, usedAt }: AccessKey,
  { language, instant }: View,
): string {
  const named =
    kind === 'feed' ? say('page.key.feed', language, { subscription }) : say(`page.key.${kind}`, language)
  const used = usedAt === null ? say('page.never', language) : instant(usedAt)
  return say('page.keyTimes', language, { kind: named, made: instant(createdAt), used })
}

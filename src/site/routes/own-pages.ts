import type { Hono } from 'hono'
import { html } from 'hono/html'
import { headlineOf } from '../../briefings/write-story.ts'
import type { Asker } from '../../chat/command.ts'
import type { RawOptions } from '../../chat/commands.ts'
import type { Message } from '../../records/message.ts'
import { say } from '../../words/say.ts'
import type { Answering } from '../answering.ts'
import type { Html } from '../html.ts'
import { drawActions, drawHiddenFields, drawCommandButton, type FormFrame } from '../pages/action-forms.ts'
import { drawFields, readFields } from '../pages/command-form.ts'
import { drawMessage } from '../pages/draw-message.ts'
import { listTools } from '../pages/list-tools.ts'
import {
  outsideChat,
  placesOf,
  asIfAt,
  drawSettingsTargetField,
  drawDestinationField,
  withChannels,
} from '../places.ts'
import type { People, SiteEnv, SiteTools } from '../site-tools.ts'
import type { View } from '../view.ts'
import { createOwnAnswers } from './own-answers.ts'
import { addOwnKeys } from './own-keys.ts'
import { LISTS, valuesOf } from './search-page.ts'

/** Commands with a form of their own; their options are its fields. */
const COMMANDS_WITH_FORM = ['subscribe', 'edit', 'settings', 'sources add', 'sources remove'] as const

/**
 * Adds the personal pages: subscriptions, settings and whatever else a person manages, with all that chat
 * allows.
 */
export function addOwnPages(
  app: Hono<SiteEnv>,
  tools: SiteTools,
  people: People,
  answering: Answering,
): void {
  const { commands, newsroom } = people
  const drawing = listTools(tools.archive.settings)
  const { show, viewOf } = answering
  const own = createOwnAnswers(app, people, drawing, answering)
  const { find, ask, onGet, onPost, showAnswer } = own
  const drawKeys = addOwnKeys(people, tools, answering, own)

  app.use('/own/*', async (c, next) => {
    c.header('cache-control', 'no-store')
    return c.get('session') === null ? answering.closed(c) : next()
  })
  app.use('/own', async (c, next) => (c.get('session') === null ? answering.closed(c) : next()))

  onGet('/own', async (c, session) => {
    const view = viewOf(c)
    const { asker } = session
    const frame = { formToken: session.formToken, from: '/own', href: view.href }
    const listed = await ask('subscriptions', new Map(), asker)
    const title = say('page.own', view.language)
    const main = html`${drawCards(listed, view)}
      ${drawForm('subscribe', new Map(), frame, view, drawDestinationField(asker, view))}
      ${valuesOf(tools.archive.settings, view)} ${await drawMutes(asker, frame, view)}
      ${drawForm('settings', new Map(), frame, view, drawSettingsTargetField(asker, view))}
      ${(asker.isHost ?? asker.isAdmin) ? drawSourceForms(frame, view) : ''}
      ${await drawKeys(session, frame, view)}
      <form method="post" action="${view.href('/leave')}">
        ${drawHiddenFields(frame)}
        <p>
          ${say('page.signedIn', view.language, {
            name: asker.name ?? asker.user,
            time: view.instant(session.key.expiresAt ?? view.now),
          })}
        </p>
        <button>${say('page.leave', view.language)}</button>
      </form>`
    return show(c, { title, isPrivate: true, main })
  })

  const drawSourceForms = (frame: FormFrame, view: View): Html =>
    html`${(['sources add', 'sources remove'] as const).map((name) => drawForm(name, new Map(), frame, view))}`

  function drawCards(message: Message, view: View): Html {
    if (message.kind !== 'subscriptions') return drawMessage(message, drawing, view)
    const pages = message.subscriptions.map(({ id }) => view.href(`/own/subscriptions/${id}`))
    return drawMessage(message, drawing, view, pages)
  }

  /** Draws the form of a `/news` command; `before` holds additional fields. */
  function drawForm(
    name: (typeof COMMANDS_WITH_FORM)[number],
    values: RawOptions,
    frame: FormFrame,
    view: View,
    before: Html = html``,
  ): Html {
    const command = find(name)
    const own = {
      options: command.options.filter(
        ({ kind, name: option }) => kind !== 'destination' && option !== 'subscription',
      ),
    }
    const { summary } = command.help(view.language)
    return html`<details>
      <summary>${summary}</summary>
      <form method="post" action="${view.href(`/own/form/${encodeURIComponent(name)}`)}">
        ${drawHiddenFields(frame)}${before}${drawFields(own, values, LISTS, view)}<button>
          ${say('form.save', view.language)}
        </button>
      </form>
    </details>`
  }

  onPost('/own/form/:name', async (c, session, sent) => {
    const name = COMMANDS_WITH_FORM.find((one) => one === c.req.param('name'))
    if (name === undefined) return answering.missing(c)
    const options = readFields(find(name), sent)
    const asker = name === 'subscribe' ? outsideChat(session.asker) : withChannels(session.asker)
    return showAnswer(c, await ask(name, options, asker), session, fromOf(sent))
  })

  onPost('/own/say', async (c, session, sent) => {
    const request = commands.read((sent.get('said') ?? '').slice(0, LONGEST_SAID))
    // `undo` applies to what was done on pages.
    const place = sent.get('place') ?? session.asker.channel
    const asker = request.command.name === 'undo' ? outsideChat(session.asker) : asIfAt(place, session.asker)
    if (asker === null) return answering.forged(c)
    const first = await commands.answer(request, asker)
    return showAnswer(c, first, session, fromOf(sent))
  })

  onGet('/own/subscriptions/:id', async (c, session) => {
    const view = viewOf(c)
    const id = c.req.param('id') ?? ''
    const message = await ask('subscriptions', new Map([['subscription', [id]]]), session.asker)
    if (message.kind !== 'subscription') return showAnswer(c, message, session, '/own')
    const path = `/own/subscriptions/${id}`
    const frame = { formToken: session.formToken, from: path, href: view.href }
    const { made = {}, isFollowed } = message.subscription
    const values = new Map(
      Object.entries(made).map(([name, chosen]) => [name, chosen.map(({ value }) => value)]),
    )
    const previews = [...people.drawers.keys()].map(
      (platform) => html`<a href="${`${path}/preview/${encodeURIComponent(platform)}`}">${platform}</a> `,
    )
    const subscription = html`<input type="hidden" name="subscription" value="${id}" />`
    const main = html`${drawMessage({ ...message, first: null }, drawing, view)}
      ${drawActions(message.actions ?? [], frame, view)}
      ${isFollowed === true ? '' : drawForm('edit', values, frame, view, subscription)}
      ${isFollowed === true ? '' : valuesOf(tools.archive.settings, view)}
      <div class="actions">
        <form method="post" action="${view.href('/own/feeds')}">
          ${drawHiddenFields(frame)}<button name="subscription" value="${id}">
            ${say('page.feedOf', view.language)}
          </button>
        </form>
      </div>
      <p>${say('page.preview', view.language, { platforms: '' })} ${previews}</p>
      ${await drawDeliveries(id, view)}
      ${message.first === null ? '' : drawMessage({ kind: 'briefing', briefing: message.first }, drawing, view)}
      <p><a href="${view.href('/own')}">${say('page.back', view.language)}</a></p>`
    return show(c, { title: message.subscription.title, isPrivate: true, main })
  })

  onGet('/own/subscriptions/:id/preview/:platform', async (c, session) => {
    const { id = '', platform = '' } = c.req.param()
    const drawer = people.drawers.get(platform)
    if (drawer === undefined) return answering.missing(c)
    const options = new Map([['subscription', [id]]])
    const message = await ask('subscriptions', options, session.asker)
    if (message.kind !== 'subscription' || message.first === null) return answering.missing(c)
    const page = await drawer({ kind: 'briefing', briefing: message.first })
    return c.html(page, 200, { 'content-security-policy': PREVIEW_POLICY })
  })

  /** What was sent for a subscription in thirty days, newest first, and why something was not. */
  async function drawDeliveries(id: string, view: View): Promise<Html> {
    const sent = (await people.outbox.deliveries(view.now - MONTH_MS, id))
      .toReversed()
      .slice(0, MOST_DELIVERIES)
    const rows = sent.map(
      ({ at, state, reason }) =>
        html`<li>
          <span class="when">${view.instant(at)}</span>
          ${say(`page.sent.${state}`, view.language)}${reason === null ? '' : html`: <bdi lang="en">${reason}</bdi>`}
        </li>`,
    )
    return html`<section aria-labelledby="sent">
      <h2 id="sent">${say('page.deliveries', view.language)}</h2>
      ${
        rows.length === 0
          ? html`<p>${say('page.noDelivery', view.language)}</p>`
          : html`<ul class="plain">
              ${rows}
            </ul>`
      }
    </section>`
  }

  async function drawMutes(asker: Asker, frame: FormFrame, view: View): Promise<Html> {
    const muted = await newsroom.archive.muted()
    const rows: Html[] = []
    for (const { destination, name } of placesOf(asker, view)) {
      const stories = await newsroom.archive.stories([...(muted.get(destination) ?? [])])
      for (const story of stories) {
        const unmute = drawCommandButton(
          `unmute ${story.id}`,
          say('action.unmute', view.language),
          frame,
          destination,
        )
        const { title } = headlineOf(story, view.language)
        rows.push(
          html`<li>
            <bdi>${title}</bdi> <span class="quiet"><bdi>${name}</bdi></span> ${unmute}
          </li>`,
        )
      }
    }
    if (rows.length === 0) return html``
    return html`<section aria-labelledby="muted">
      <h2 id="muted">${say('page.muted', view.language)}</h2>
      <ul class="plain">
        ${rows}
      </ul>
    </section>`
  }
}

const MONTH_MS = 30 * 24 * 3_600_000
const MOST_DELIVERIES = 60

/** UTF-16 units; a form in chat sends no more. */
const LONGEST_SAID = 3_000

/** A platform's preview has its own styles, but no scripts, and cannot navigate. */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"

/** The page to return to. Only our own paths are accepted, because a forged form could lead anywhere. */
function fromOf(sent: URLSearchParams): string {
  const from = sent.get('from') ?? ''
  return /^\/own(?:\/[\w/-]*)?$/u.test(from) ? from : '/own'
}

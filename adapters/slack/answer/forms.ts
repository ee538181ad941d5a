import type { types } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Asker } from '../../../src/chat/command.ts'
import type { RawOptions } from '../../../src/chat/commands.ts'
import { zoneHere } from '../../../src/chat/zone-here.ts'
import { notice } from '../../../src/commands/notice.ts'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import { toOptions } from '../draw/actions.ts'
import { drawSubscribeModal, SUBSCRIBE_FORM } from '../draw/subscribe-modal.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { MODAL_TITLE } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import { tellAsker } from './give-answer.ts'
import type { Home } from './home.ts'
import { readForm } from './read-form.ts'
import { arrivalOf, type Surface } from './surface.ts'

export type Forms = ReturnType<typeof createForms>

/** Forms that are being filled in, and for how long their `response_url` takes an answer. */
const FORMS = 2_000
const FRESH_MS = 30 * 60_000

const opened = z.object({ view: z.object({ id: z.string() }) })

/** The form of a subscription. */
export function createForms(tools: RequestTools, requests: Requests) {
  const { commands, askers } = tools
  const surfaces = new LRUCache<string, Surface>({ max: FORMS, ttl: FRESH_MS })

  /** Opens it for a new subscription, or for the one with this id. */
  async function open(trigger: string, surface: Surface, subscription: string | null): Promise<void> {
    const { client } = surface.workspace
    const { language } = askers.known(surface)
    try {
      // What Slack knows of the person is asked while they look at this.
      const { view } = opened.parse(await client.views.open({ trigger_id: trigger, view: waiting(language) }))
      surfaces.set(view.id, surface)
      const form = await draw(surface, subscription)
      if (form !== null) await client.views.update({ view_id: view.id, view: form })
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal !== null && DONE.has(refusal)) return
      if (refusal === null || !LATE.has(refusal)) throw toDeliveryError(error)
      const example =
        commands.all.find(({ name }) => name === 'subscribe')?.help(language).examples[0] ?? 'help'
      const text = say('answer.formLate', language, { example: `/news ${example}` })
      await tellAsker(notice('warning', text, { language }), surface, tools)
    }
  }

  async function draw(surface: Surface, id: string | null): Promise<types.ModalView | null> {
    const asker = await askers.of(surface)
    const subscription = id === null ? null : await cardOf(id, asker)
    if (id !== null && subscription === null) {
      await requests.tell('answer.oldButton', surface)
      return null
    }
    const { channel: from, isDirect, language } = asker
    const zone = (await zoneHere(commands, asker)) ?? asker.zone
    return drawSubscribeModal({ from, isDirect, zone, language, subscription })
  }

  /** Among those that somebody sees here. */
  async function cardOf(id: string, asker: Asker): Promise<SubscriptionCard | null> {
    const list = await commands.answer(commands.read('subscriptions'), asker)
    return list.kind === 'subscriptions' ? (list.subscriptions.find((card) => card.id === id) ?? null) : null
  }

  return {
    open,
    /** Where the form with this id was opened; null when that is too long ago. */
    openedAt: (view: string): Surface | null => surfaces.get(view) ?? null,
  }
}

/** Three seconds are over (https://docs.slack.dev/reference/methods/views.open). */
const LATE = new Set(['expired_trigger_id', 'trigger_expired', 'invalid_trigger_id'])

/** The same press came twice and its form is open; or the form was closed before it was drawn (views.update). */
const DONE = new Set(['exchanged_trigger_id', 'not_found'])

function waiting(language: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_FORM,
    title: shortText(say('form.subscribe', language), MODAL_TITLE),
    close: shortText(say('form.cancel', language), MODAL_TITLE),
    blocks: [{ type: 'section', text: plainText(say('answer.wait', language)) }],
  }
}

/** A form that was sent: what is wrong is told at its fields, before anything is kept; else it is the command that it fills in. */
export function listenToForms(tools: RequestTools, requests: Requests, forms: Forms, home: Home): void {
  const { app, commands, workspaces, askers, isNew } = tools

  app.view({ callback_id: SUBSCRIBE_FORM, type: 'view_submission' }, async ({ view, body, ack, context }) => {
    const form = readForm(view)
    const arrival = await arrivalOf(body, context, workspaces)
    const surface = forms.openedAt(view.id) ?? { ...arrival, channel: channelOf(form.from) }
    const command = commands.all.find(({ name }) => name === form.command)
    if (command === undefined) throw new Error(`There is no command ${form.command}.`)
    const asker = askers.known(surface)
    const fields = view.blocks.flatMap(({ type, block_id }) =>
      type === 'input' && block_id !== undefined ? [block_id] : [],
    )
    const [first = ''] = fields
    const mistakes = [...commands.validate(command, form.options, asker)]
    if (form.command === 'subscribe' && !namesSomething(form.options))
      mistakes.push([first, say('subscribe.what', asker.language)])
    if (mistakes.length > 0) {
      const errors = Object.fromEntries(
        mistakes.map(([option, text]) => [fields.includes(option) ? option : first, text]),
      )
      return ack({ response_action: 'errors', errors })
    }
    await ack()
    await requests.guard(surface, async () => {
      if (!(await isNew(`form ${view.id} ${view.hash}`))) return
      await requests.answer({ command, options: form.options, mistakes: [] }, surface)
      await home.refresh(surface)
    })
  })

  app.options(/^\w+$/u, async ({ options: asked, ack, context }) => {
    const { workspace, user } = await arrivalOf(asked, context, workspaces)
    const command = commands.all.find(({ name }) => name === 'subscribe')
    const asker = askers.known({ workspace, user, channel: null })
    const found =
      command === undefined ? [] : await commands.suggest(command, asked.action_id, asked.value, asker)
    await ack({ options: toOptions(found) })
  })
}

/** `slack:TEAM/CHANNEL`; none in direct messages, `slack:@TEAM/USER`. */
const channelOf = (destination: string): string | null =>
  destination.startsWith('slack:@') ? null : (destination.split('/')[1] ?? null)

/** Everything at once is not what somebody means who leaves all fields empty. */
const namesSomething = (options: RawOptions): boolean =>
  ['region', 'country', 'topic', 'keywords'].some((name) => options.has(name))

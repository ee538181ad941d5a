import type { types } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { zoneHere } from '../../../src/chat/zone-here.ts'
import { say } from '../../../src/words/say.ts'
import { checkView } from '../check/view.ts'
import { drawSubscribeModal, SUBSCRIBE_FORM } from '../draw/subscribe-modal.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { MODAL_TITLE } from '../limits.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import type { DeskTools, FrontDesk } from './front-desk.ts'
import { giveAnswer } from './give-answer.ts'
import type { Surface } from './surface.ts'

/** The form of a subscription. */
export interface Forms {
  /** Opens it for a new subscription, or for the one with this id. */
  open(trigger: string, surface: Surface, subscription: string | null): Promise<void>
  /** Where the form with this id was opened; null when that is too long ago. */
  openedAt(view: string): Surface | null
}

/** Forms that are being filled in, and for how long their `response_url` takes an answer. */
const FORMS = 2_000
const FRESH_MS = 30 * 60_000

const opened = z.object({ view: z.object({ id: z.string() }) })

export function createForms(tools: DeskTools, desk: FrontDesk): Forms {
  const { commands, askers, log } = tools
  const surfaces = new LRUCache<string, Surface>({ max: FORMS, ttl: FRESH_MS })

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
      const message = { kind: 'notice', level: 'warning', text, language } as const
      await giveAnswer({ message, visible: 'asker', asked: null }, surface, tools)
    }
  }

  async function draw(surface: Surface, id: string | null): Promise<types.ModalView | null> {
    const asker = await askers.of(surface)
    const subscription = id === null ? null : await cardOf(id, surface)
    if (id !== null && subscription === null) {
      await desk.tell('answer.oldButton', surface)
      return null
    }
    const { channel: from, isDirect, language } = asker
    const zone = (await zoneHere(commands, asker)) ?? asker.zone
    const form = drawSubscribeModal({ from, isDirect, zone, language, subscription })
    const problems = checkView(form)
    if (problems.length > 0)
      log.error({ problems: problems.slice(0, 3) }, 'a form was drawn that Slack would not take')
    return form
  }

  /** Among those that somebody sees here. */
  async function cardOf(id: string, surface: Surface): Promise<SubscriptionCard | null> {
    const list = await commands.answer(commands.read('subscriptions'), await askers.of(surface))
    return list.kind === 'subscriptions' ? (list.subscriptions.find((card) => card.id === id) ?? null) : null
  }

  return { open, openedAt: (view) => surfaces.get(view) ?? null }
}

/** Three seconds are over (https://docs.slack.dev/reference/methods/views.open). */
const LATE = new Set(['expired_trigger_id', 'trigger_expired', 'invalid_trigger_id'])

/** The same press came twice and its form is open; or the form was closed before it was drawn (views.update). */
const DONE = new Set(['exchanged_trigger_id', 'not_found'])

function waiting(language: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_FORM,
    title: plainText(shorten(say('form.subscribe', language), MODAL_TITLE)),
    close: plainText(shorten(say('form.cancel', language), MODAL_TITLE)),
    blocks: [{ type: 'section', text: plainText(say('answer.wait', language)) }],
  }
}

import type { types } from '@slack/bolt'
import { z } from 'zod'
import { commandNamed } from '../../../src/chat/named.ts'
import { notice } from '../../../src/commands/notice.ts'
import { say } from '../../../src/words/say.ts'
import type { SETTINGS_FORM } from '../draw/settings-modal.ts'
import type { SUBSCRIBE_FORM } from '../draw/subscribe-modal.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { MODAL_TITLE } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import type { RequestTools } from './answer-request.ts'
import { answerPrivately } from './give-answer.ts'
import type { Surface } from './surface.ts'

interface Opening {
  /** `callback_id` of the form, and the command to type instead if the form comes too late. */
  readonly form: typeof SUBSCRIBE_FORM | typeof SETTINGS_FORM
  readonly tools: Pick<RequestTools, 'commands' | 'askers'> & Parameters<typeof answerPrivately>[2]
}

const opened = z.object({ view: z.object({ id: z.string() }) })

/**
 * Opens a placeholder form at once (a trigger lives three seconds), then replaces it with the drawn form.
 * `draw` gets the id of the view; if it returns null, the placeholder stays, because the person was already
 * told why.
 */
export async function openView(
  trigger: string,
  surface: Surface,
  { form, tools }: Opening,
  draw: (view: string) => Promise<types.ModalView | null>,
): Promise<void> {
  const { client } = surface.workspace
  const { language } = tools.askers.known(surface)
  const waiting: types.ModalView = {
    type: 'modal',
    callback_id: form,
    title: shortText(say(`form.${form}`, language), MODAL_TITLE),
    close: shortText(say('form.cancel', language), MODAL_TITLE),
    blocks: [{ type: 'section', text: plainText(say('answer.wait', language)) }],
  }
  try {
    const { view } = opened.parse(await client.views.open({ trigger_id: trigger, view: waiting }))
    const drawn = await draw(view.id)
    if (drawn !== null) await client.views.update({ view_id: view.id, view: drawn })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== null && DONE.has(refusal)) return
    if (refusal === null || !LATE.has(refusal)) throw toDeliveryError(error)
    const example = commandNamed(tools.commands, form).help(language).examples.at(-1)
    const text = say('answer.formLate', language, { example: `/news ${example ?? 'help'}` })
    await answerPrivately(notice('warning', text, { language }), surface, tools)
  }
}

/** Errors that mean the three seconds are over (https://docs.slack.dev/reference/methods/views.open). */
const LATE = new Set(['expired_trigger_id', 'trigger_expired', 'invalid_trigger_id'])

/**
 * Errors without consequence: the same press came twice and its form is open, or the form was closed before
 * it was drawn (views.update).
 */
const DONE = new Set(['exchanged_trigger_id', 'not_found'])

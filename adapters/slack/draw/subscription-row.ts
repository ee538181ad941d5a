import type { types } from '@slack/bolt'
import { encodeButton } from '../../../src/chat/button.ts'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_TEXT, CONFIRM_BUTTON, CONFIRM_TEXT, CONFIRM_TITLE } from '../limits.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import { COMMAND, EDIT } from './action-ids.ts'
import type { Page } from './page.ts'

/** What can be done with a subscription, as a row of buttons. Ending one is asked twice. */
export function subscriptionRow(
  { id, title, state, resumable }: SubscriptionCard,
  { language, secret }: Pick<Page, 'language' | 'secret'>,
): types.ActionsBlock {
  const button = (label: Label, command: string, action_id: string): types.Button => ({
    type: 'button',
    action_id,
    text: plainText(shorten(say(label, language), BUTTON_TEXT)),
    value: encodeButton(command, secret),
    accessibility_label: shorten(`${say(label, language)}: ${harmless(title).trim()}`, BUTTON_TEXT),
  })
  const pauseOrResume = state === 'paused' || resumable === true ? 'resume' : 'pause'
  return {
    type: 'actions',
    elements: [
      button('action.edit', `edit ${id}`, EDIT),
      button('action.test', `test ${id}`, `${COMMAND}1`),
      button(`action.${pauseOrResume}`, `${pauseOrResume} ${id}`, `${COMMAND}2`),
      {
        ...button('action.unsubscribe', `unsubscribe ${id}`, `${COMMAND}3`),
        style: 'danger',
        confirm: {
          title: plainText(shorten(say('form.end', language, { title }), CONFIRM_TITLE)),
          text: plainText(shorten(say('form.endText', language), CONFIRM_TEXT)),
          confirm: plainText(shorten(say('action.unsubscribe', language), CONFIRM_BUTTON)),
          deny: plainText(shorten(say('form.cancel', language), CONFIRM_BUTTON)),
          style: 'danger',
        },
      },
    ],
  }
}

type Label = `action.${'edit' | 'test' | 'pause' | 'resume' | 'unsubscribe'}`

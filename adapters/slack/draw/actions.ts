import type { types } from '@slack/bolt'
import { actionsOn, encodeButton, labelOf } from '../../../src/chat/action.ts'
import { inRows } from '../../../src/chat/in-groups.ts'
import type { Suggestion } from '../../../src/chat/command.ts'
import type { Action, SubscriptionCard } from '../../../src/records/message.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { say } from '../../../src/words/say.ts'
import {
  ACTIONS_ELEMENTS,
  BUTTON_TEXT,
  CONFIRM_BUTTON,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
  OPTION_TEXT,
  OVERFLOW_OPTIONS,
  SELECT_OPTIONS,
} from '../limits.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { shortText } from '../text/plain.ts'
import type { Page } from './draft.ts'

/** More buttons in a row than these are a menu. */
const BUTTONS = 3

interface Around {
  /** What the actions are about, for who hears a button read out among others of the same name. */
  readonly about?: string
  /** What follows behind them. */
  readonly others?: readonly types.ActionsBlockElement[]
}

/** What can be done next: the most useful as buttons, the rest in a menu. Each carries its command, signed. */
export function drawActions(
  actions: readonly Action[],
  { language, secret }: Pick<Page, 'language' | 'secret'>,
  { about = '', others = [] }: Around = {},
): readonly types.ActionsBlock[] {
  // A menu of one is a click too many; and what a menu cannot carry stays a button.
  const isButton = (action: Action, index: number) =>
    index < BUTTONS || actions.length === BUTTONS + 1 || signed(action, secret).length > OPTION_TEXT
  const buttons = actions.filter(isButton)
  const rest = actions.filter((action, index) => !isButton(action, index))
  const menus = inRows(rest, OVERFLOW_OPTIONS)
  const elements: types.ActionsBlockElement[] = [
    ...[
      ...buttons.map((action): types.Button => ({
        type: 'button',
        text: shortText(labelOf(action, language), BUTTON_TEXT),
        value: signed(action, secret),
        ...(about === ''
          ? {}
          : { accessibility_label: shorten(`${labelOf(action, language)}: ${about}`, BUTTON_TEXT) }),
        ...(action.label === 'action.unsubscribe' ? { style: 'danger' } : {}),
      })),
      ...menus.map((menu): types.Overflow => ({
        type: 'overflow',
        options: menu.map((action) => ({
          text: shortText(labelOf(action, language), OPTION_TEXT),
          value: signed(action, secret),
        })),
      })),
    ].map((element, index) => ({ ...element, action_id: `${COMMAND}${index}` })),
    ...others,
  ]
  return inRows(elements, ACTIONS_ELEMENTS).map((row) => ({ type: 'actions', elements: row }))
}

const signed = ({ command }: Action, secret: string): string => encodeButton(command, secret)

/**
 * `action_id` of what carries a signed command (`decodeButton`): in `value` of a button, in `selected_option.value` of a menu. What
 * follows only tells it from its neighbours.
 */
export const COMMAND = 'command:'

/** `action_id` of the button that shows a private answer to the channel. Its `value` is what `DrawOptions.share` was. */
export const SHARE = 'share'

/** `action_id` of the button that opens the form for a new subscription. */
export const SUBSCRIBE = 'subscribe'

/** `action_id` of the button that opens the form of a subscription; its `value` is a signed `edit ID`. */
export const EDIT = 'edit'

/** `action_id` of the button that opens the form of one's own settings. */
export const SETTINGS = 'settings'

/** `action_id` of the menu in the Home tab that chooses whose subscriptions are shown beside one's own. */
export const CHANNEL = 'channel'

/** Begins the `block_id` of buttons in the Home tab that are meant for a channel; its id and a blank follow. */
export const IN_CHANNEL = 'in:'

/** What can be done with a subscription, as a row of buttons. Ending one is asked twice. */
export function subscriptionRow(
  card: SubscriptionCard,
  { language, secret }: Pick<Page, 'language' | 'secret'>,
): types.ActionsBlock {
  const { id, title } = card
  const edit: Action = { label: 'action.edit', command: `edit ${id}` }
  const confirm: types.ConfirmationDialog = {
    title: shortText(say('form.end', language, { title }), CONFIRM_TITLE),
    text: shortText(say('form.endText', language), CONFIRM_TEXT),
    confirm: shortText(say('action.unsubscribe', language), CONFIRM_BUTTON),
    deny: shortText(say('form.cancel', language), CONFIRM_BUTTON),
    style: 'danger',
  }
  return {
    type: 'actions',
    elements: [edit, ...actionsOn(card)].map((action, index) => ({
      type: 'button',
      action_id: index === 0 ? EDIT : `${COMMAND}${index}`,
      text: shortText(labelOf(action, language), BUTTON_TEXT),
      value: signed(action, secret),
      accessibility_label: shorten(`${labelOf(action, language)}: ${harmless(title).trim()}`, BUTTON_TEXT),
      ...(action.label === 'action.unsubscribe' && { style: 'danger', confirm }),
    })),
  }
}

/** Suggestions as the options of a menu; those that Slack cannot give back whole are left out. */
export function toOptions(suggestions: readonly Suggestion[]): types.PlainTextOption[] {
  return suggestions
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= OPTION_TEXT)
    .slice(0, SELECT_OPTIONS)
    .map(({ label, value }) => ({ text: shortText(label, OPTION_TEXT), value }))
}

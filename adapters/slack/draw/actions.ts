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
import type { DrawContext } from './drawing.ts'

/** Most actions shown as buttons; further ones go into a menu. */
const MOST_BUTTONS = 3

interface ActionsContext {
  /** What the actions are about, for screen readers, which announce several buttons of the same name. */
  readonly about?: string
  /** Elements placed after them. */
  readonly others?: readonly types.ActionsBlockElement[]
}

/** Draws the first actions as buttons and the rest as a menu. Each carries its signed command. */
export function drawActions(
  actions: readonly Action[],
  { language, secret }: Pick<DrawContext, 'language' | 'secret'>,
  { about = '', others = [] }: ActionsContext = {},
): readonly types.ActionsBlock[] {
  // A menu of one entry would only add a click; and a command too long for a menu stays a button.
  const isButton = (action: Action, index: number) =>
    index < MOST_BUTTONS || actions.length === MOST_BUTTONS + 1 || signed(action, secret).length > OPTION_TEXT
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
 * Prefix of the `action_id` of an element with a signed command (`decodeButton`): in the `value` of a button,
 * in `selected_option.value` of a menu. The suffix only makes the id unique.
 */
export const COMMAND = 'command:'

/**
 * `action_id` of the button that shares a private answer with the channel. Its `value` is
 * `DrawOptions.share`.
 */
export const SHARE = 'share'

/** `action_id` of the button that opens the form for a new subscription. */
export const SUBSCRIBE = 'subscribe'

/**
 * `action_id` of the button that opens the form of an existing subscription. Its `value` is a signed `edit
 * ID`.
 */
export const EDIT = 'edit'

/** `action_id` of the button that opens the form of a person's own settings. */
export const SETTINGS = 'settings'

/** `action_id` of the Home tab's menu for a channel whose subscriptions are shown below one's own. */
export const CHANNEL = 'channel'

/**
 * Prefix of the `block_id` of Home tab buttons that act on a channel; the channel's id and a space follow.
 */
export const IN_CHANNEL = 'in:'

/** Draws the actions for a subscription as a row of buttons. Ending it asks for confirmation. */
export function subscriptionRow(
  card: SubscriptionCard,
  { language, secret }: Pick<DrawContext, 'language' | 'secret'>,
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
    elements: [...(card.isFollowed === true ? [] : [edit]), ...actionsOn(card)].map((action, index) => ({
      type: 'button',
      action_id: action === edit ? EDIT : `${COMMAND}${index}`,
      text: shortText(labelOf(action, language), BUTTON_TEXT),
      value: signed(action, secret),
      accessibility_label: shorten(`${labelOf(action, language)}: ${harmless(title).trim()}`, BUTTON_TEXT),
      ...(action.label === 'action.unsubscribe' && { style: 'danger', confirm }),
    })),
  }
}

/** Suggestions as options of a menu. Those with a value too long for Slack are left out. */
export function toOptions(suggestions: readonly Suggestion[]): types.PlainTextOption[] {
  return suggestions
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= OPTION_TEXT)
    .slice(0, SELECT_OPTIONS)
    .map(({ label, value }) => ({ text: shortText(label, OPTION_TEXT), value }))
}

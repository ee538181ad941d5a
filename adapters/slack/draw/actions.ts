import type { types } from '@slack/bolt'
import type { Action } from '../../../src/records/message.ts'
import { encodeButton } from '../../../src/chat/button.ts'
import { say } from '../../../src/words/say.ts'
import { ACTIONS_ELEMENTS, BUTTON_TEXT, OPTION_TEXT, OVERFLOW_OPTIONS } from '../limits.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import { COMMAND } from './action-ids.ts'
import type { Page } from './page.ts'

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
  const menus = chunks(rest, OVERFLOW_OPTIONS)
  const elements: types.ActionsBlockElement[] = [
    ...[
      ...buttons.map((action): types.Button => ({
        type: 'button',
        text: plainText(shorten(say(action.label, language), BUTTON_TEXT)),
        value: signed(action, secret),
        ...(about === ''
          ? {}
          : { accessibility_label: shorten(`${say(action.label, language)}: ${about}`, BUTTON_TEXT) }),
        ...(action.label === 'action.unsubscribe' ? { style: 'danger' } : {}),
      })),
      ...menus.map((menu): types.Overflow => ({
        type: 'overflow',
        options: menu.map((action) => ({
          text: plainText(shorten(say(action.label, language), OPTION_TEXT)),
          value: signed(action, secret),
        })),
      })),
    ].map((element, index) => ({ ...element, action_id: `${COMMAND}${index}` })),
    ...others,
  ]
  return chunks(elements, ACTIONS_ELEMENTS).map((row) => ({ type: 'actions', elements: row }))
}

const signed = ({ command }: Action, secret: string): string => encodeButton(command, secret)

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

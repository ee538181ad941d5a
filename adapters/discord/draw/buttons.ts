import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
} from 'discord.js'
import { sideBySide, type Action } from '../../../src/chat/action.ts'
import { encodeButton } from '../../../src/chat/button.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_LABEL, OPTION_TEXT, OPTIONS, ROW_BUTTONS } from '../limits.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import { plain } from '../text/plain.ts'
import type { Piece } from './draft.ts'
import type { Page } from './page.ts'

type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** A command to press. Its `custom_id` is the signed command (`decodeButton`). */
export function drawButton({ label, command }: Action, page: Page): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: label === 'action.unsubscribe' ? ButtonStyle.Danger : ButtonStyle.Secondary,
    label: plain([own(say(label, page.language))], BUTTON_LABEL),
    custom_id: encodeButton(command, page.secret),
  }
}

/** Commands to press, five in a row, each once. */
export function drawButtons(actions: readonly Action[], page: Page): readonly Row[] {
  const once = [...new Map(actions.map((action) => [action.command, action])).values()]
  return Array.from({ length: Math.ceil(once.length / ROW_BUTTONS) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: once
      .slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS)
      .map((action) => drawButton(action, page)),
  }))
}

/** A story to see side by side: one as a button, several as a menu whose values are signed commands (`decodeButton`). */
export function drawStoryChoice(stories: readonly NonNullable<Piece['story']>[], page: Page): readonly Row[] {
  const once = [...new Map(stories.map((story) => [story.id, story])).values()]
  const [only] = once
  if (only === undefined) return []
  if (once.length === 1) return drawButtons([sideBySide(only.id)], page)
  return Array.from({ length: Math.ceil(once.length / OPTIONS) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: [drawMenu(once.slice(row * OPTIONS, (row + 1) * OPTIONS), row, page)],
  }))
}

function drawMenu(
  stories: readonly NonNullable<Piece['story']>[],
  index: number,
  page: Page,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: `${CHOICE}${index}`,
    placeholder: say('action.sideBySide', page.language),
    options: stories.map(({ id, label }) => ({
      label: plain([own(label)], OPTION_TEXT),
      value: encodeButton(sideBySide(id).command, page.secret),
    })),
  }
}

/** `custom_id` of a menu; a number follows. The signed command is in the value that was chosen. */
export const CHOICE = 'choice:'

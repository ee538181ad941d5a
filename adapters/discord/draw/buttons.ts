import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { encodeButton, labelOf } from '../../../src/chat/action.ts'
import { inRows } from '../../../src/chat/in-groups.ts'
import { own } from '../../../src/chat/wording/span.ts'
import type { Action } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import { BUTTON_LABEL, OPTION_TEXT, OPTIONS, ROW_BUTTONS } from '../limits.ts'
import { plain } from '../text/write.ts'
import type { Choice, DrawContext } from './drawing.ts'

type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** Draws a button. Its `custom_id` is the signed command (`decodeButton`). */
export function drawButton(action: Action, context: DrawContext): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: action.label === 'action.unsubscribe' ? ButtonStyle.Danger : ButtonStyle.Secondary,
    label: plain([own(labelOf(action, context.language))], BUTTON_LABEL),
    custom_id: encodeButton(action.command, context.secret),
  }
}

/** Draws buttons in rows of five, without duplicates. */
export function drawButtons(actions: readonly Action[], context: DrawContext): readonly Row[] {
  const once = [...new Map(actions.map((action) => [action.command, action])).values()]
  return inRows(once, ROW_BUTTONS).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map((action) => drawButton(action, context)),
  }))
}

/**
 * Draws choices as menus, one for each label, whose values are signed commands (`decodeButton`). A single
 * choice becomes a button.
 */
export function drawChoices(choices: readonly Choice[], context: DrawContext): readonly Row[] {
  const once = [...new Map(choices.map((choice) => [choice.action.command, choice])).values()]
  const menus = [...Map.groupBy(once, ({ action }) => action.label).values()].flatMap((alike) =>
    inRows(alike, OPTIONS),
  )
  const alone = menus.filter(({ length }) => length === 1).flat()
  return [
    ...menus.filter(({ length }) => length > 1).map((menu, index) => drawMenu(menu, index, context)),
    ...inRows(alone, ROW_BUTTONS).map((row): Row => ({
      type: ComponentType.ActionRow,
      components: row.map((choice) => drawSingleChoice(choice, context)),
    })),
  ]
}

/** Draws a single choice as a button, with its name if that is short. */
function drawSingleChoice({ name, action }: Choice, context: DrawContext): APIButtonComponentWithCustomId {
  const button = drawButton(action, context)
  const named = say('list.fact', context.language, { label: labelOf(action, context.language), text: name })
  return name.length <= SHORT_NAME ? { ...button, label: plain([own(named)], BUTTON_LABEL) } : button
}

/** Longest name shown in a button beside its label, in characters. */
const SHORT_NAME = 30

function drawMenu(choices: readonly Choice[], index: number, context: DrawContext): Row {
  const [first] = choices
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: `${CHOICE}${index}`,
    ...(first === undefined ? {} : { placeholder: say(first.action.label, context.language) }),
    options: choices.map(({ name, action }) => ({
      // A name may have no visible text.
      label: plain([own(name)], OPTION_TEXT) || labelOf(action, context.language),
      value: encodeButton(action.command, context.secret),
    })),
  }
  return { type: ComponentType.ActionRow, components: [menu] }
}

/** Prefix of a menu's `custom_id`; a number follows. The signed command is in the chosen value. */
const CHOICE = 'choice:'

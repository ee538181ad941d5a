import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord.js'
import { OPTION_TEXT, OPTIONS } from '../../../../adapters/discord/limits.ts'
import {
  CUSTOM_ID,
  INPUT_PLACEHOLDER,
  LABEL,
  LABEL_DESCRIPTION,
  MODAL_COMPONENTS,
  MODAL_TITLE,
  TEXT_INPUT,
} from './limits.ts'
import { absentOrTooLong, tooLong, tooMany } from './rules.ts'

type Field = APIModalInteractionResponseCallbackComponent

/**
 * Lists every rule that a form breaks, in words.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 */
export function checkForm({
  custom_id: id,
  title,
  components,
}: APIModalInteractionResponseCallbackData): readonly string[] {
  const ids = components.flatMap((field) =>
    field.type === ComponentType.Label ? [field.component.custom_id] : [],
  )
  return [
    ...absentOrTooLong('the custom_id of the form', id, CUSTOM_ID),
    ...absentOrTooLong('the title', title, MODAL_TITLE),
    ...(components.length === 0
      ? ['the form is empty']
      : tooMany('fields', components.length, MODAL_COMPONENTS)),
    ...(new Set(ids).size < ids.length ? ['a custom_id is there more than once'] : []),
    ...components.flatMap(checkField),
  ]
}

function checkField(field: Field): readonly string[] {
  if (field.type !== ComponentType.Label) return []
  return [
    ...absentOrTooLong('a label', field.label, LABEL),
    ...tooLong('the description of a field', field.description, LABEL_DESCRIPTION),
    ...absentOrTooLong('a custom_id', field.component.custom_id, CUSTOM_ID),
    ...checkInput(field.component),
  ]
}

function checkInput(input: APIComponentInLabel): readonly string[] {
  switch (input.type) {
    case ComponentType.TextInput:
      return [
        ...tooLong('a placeholder', input.placeholder, INPUT_PLACEHOLDER),
        ...tooLong('a value', input.value, Math.min(input.max_length ?? TEXT_INPUT, TEXT_INPUT)),
        ...((input.max_length ?? 1) < 1 || (input.max_length ?? 1) > TEXT_INPUT
          ? ['max_length is from 1 to 4000']
          : []),
      ]
    case ComponentType.StringSelect:
      return [
        ...(input.options.length === 0
          ? ['a menu is empty']
          : tooMany('options of a menu', input.options.length, OPTIONS)),
        ...input.options.flatMap(({ label, value }) => [
          ...absentOrTooLong('the label of an option', label, OPTION_TEXT),
          ...absentOrTooLong('the value of an option', value, OPTION_TEXT),
        ]),
      ]
    default:
      return []
  }
}

import {
  type APIButtonComponent,
  type APIMediaGalleryItem,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { AnyComponent } from '../../../../adapters/discord/draw/pack.ts'
import {
  BUTTON_LABEL,
  COMPONENTS_TEXT,
  OPTION_TEXT,
  OPTIONS,
  ROW_BUTTONS,
} from '../../../../adapters/discord/limits.ts'
import { BUTTON_URL, CUSTOM_ID, GALLERY_ITEMS, LARGEST_COLOUR, PLACEHOLDER, SECTION_TEXTS } from './limits.ts'
import { absentOrTooLong, badAddress, tooLong, tooMany } from './rules.ts'

/** Lists the rules that one component breaks itself; components inside it are checked separately. */
export function checkComponent(component: AnyComponent): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return checkRow(component.components)
    case ComponentType.Button:
      return checkButton(component)
    case ComponentType.StringSelect:
      return checkSelect(component)
    case ComponentType.TextDisplay:
      return absentOrTooLong('a text', component.content, COMPONENTS_TEXT)
    case ComponentType.Section:
      return checkSection(component)
    case ComponentType.Container:
      return [
        ...(component.components.length === 0 ? ['a container is empty'] : []),
        ...((component.accent_color ?? 0) > LARGEST_COLOUR ? [`${component.accent_color} is no colour`] : []),
      ]
    case ComponentType.MediaGallery:
      return checkGallery(component.items)
    default:
      return 'custom_id' in component ? absentOrTooLong('a custom_id', component.custom_id, CUSTOM_ID) : []
  }
}

function checkRow(components: readonly { readonly type: ComponentType }[]): readonly string[] {
  const buttons = components.filter(({ type }) => type === ComponentType.Button).length
  return [
    ...(components.length === 0 ? ['an action row is empty'] : []),
    ...tooMany('buttons in a row', buttons, ROW_BUTTONS),
    ...(buttons !== components.length && components.length > 1 ? ['a menu stands alone in its row'] : []),
  ]
}

function checkButton(button: APIButtonComponent): readonly string[] {
  if (button.style === ButtonStyle.Premium) return []
  const { label, emoji } = button
  return [
    ...(emoji === undefined
      ? absentOrTooLong('the label of a button', label, BUTTON_LABEL)
      : tooLong('the label of a button', label, BUTTON_LABEL)),
    ...(button.style === ButtonStyle.Link
      ? [
          ...absentOrTooLong('the address of a button', button.url, BUTTON_URL),
          ...badAddress('the address of a button', button.url),
        ]
      : absentOrTooLong('a custom_id', button.custom_id, CUSTOM_ID)),
  ]
}

function checkSelect({
  custom_id: id,
  placeholder,
  options,
  min_values: least = 1,
  max_values: most = 1,
}: APIStringSelectComponent): readonly string[] {
  const values = options.map(({ value }) => value)
  return [
    ...absentOrTooLong('a custom_id', id, CUSTOM_ID),
    ...tooLong('a placeholder', placeholder, PLACEHOLDER),
    ...(options.length === 0 ? ['a menu is empty'] : tooMany('options of a menu', options.length, OPTIONS)),
    ...(new Set(values).size < values.length ? ['a value of a menu is there more than once'] : []),
    ...(least > options.length || most > options.length || least > most
      ? ['a menu wants more choices than it has options']
      : []),
    ...options.flatMap(({ label, value, description }) => [
      ...absentOrTooLong('the label of an option', label, OPTION_TEXT),
      ...absentOrTooLong('the value of an option', value, OPTION_TEXT),
      ...tooLong('the description of an option', description, OPTION_TEXT),
    ]),
  ]
}

function checkSection({
  components,
  accessory,
}: {
  readonly components: readonly unknown[]
  readonly accessory?: unknown
}): readonly string[] {
  return [
    ...(components.length === 0
      ? ['a section has no text']
      : tooMany('texts in a section', components.length, SECTION_TEXTS)),
    ...(accessory === undefined ? ['a section has nothing beside it'] : []),
  ]
}

function checkGallery(items: readonly APIMediaGalleryItem[]): readonly string[] {
  return [
    ...(items.length === 0
      ? ['a gallery is empty']
      : tooMany('pictures in a gallery', items.length, GALLERY_ITEMS)),
    ...items.flatMap(({ description }) =>
      absentOrTooLong('the alternative text of a picture', description ?? undefined, 1024),
    ),
  ]
}

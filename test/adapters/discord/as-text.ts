import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord.js'
import type { DiscordMessage, DiscordPart } from '../../../adapters/discord/draw/draft.ts'
import type { AnyComponent } from '../../../adapters/discord/draw/pack.ts'
import { decodeButton } from '../../../src/chat/action.ts'
import { readable } from './shown.ts'

/** Renders a message as readable text for reviewers: what is shown, and what each button would do. */
export function messageAsText({ main, thread, forum }: DiscordMessage, secret: string): string {
  return `${[
    ...main.map((part) => `MESSAGE\n\n${partAsText(part, secret)}`),
    ...(thread === null
      ? []
      : [`THREAD ${thread.name}`, ...thread.parts.map((part) => partAsText(part, secret))]),
    `IN A FORUM ${forum.title}${forum.tags.length === 0 ? '' : `, tagged ${forum.tags.join(', ')}`}`,
  ].join('\n\n')}\n`
}

/** Renders a form as text. */
export function modalAsText({ title, components }: APIModalInteractionResponseCallbackData): string {
  return `FORM ${title}\n\n${components.map(fieldAsText).join('\n')}\n`
}

function fieldAsText(field: APIModalInteractionResponseCallbackData['components'][number]): string {
  if (field.type !== ComponentType.Label) throw new Error(`No drawing for ${ComponentType[field.type]}`)
  const { label, description, component } = field
  const hint = description === undefined ? '' : `\n  ${description}`
  if (component.type === ComponentType.StringSelect) {
    const options = component.options.map(
      ({ label, value, default: chosen = false }) => `${chosen ? '●' : '○'} ${label} → ${value}`,
    )
    return `${label}: ${component.custom_id}\n  ${options.join('\n  ')}${hint}`
  }
  if (component.type !== ComponentType.TextInput)
    throw new Error(`No drawing for ${ComponentType[component.type]}`)
  return `${label}${component.required === true ? ' *' : ''}: ${component.custom_id} [${component.placeholder ?? ''}]${hint}`
}

function partAsText({ content = '', embeds = [], components = [] }: DiscordPart, secret: string): string {
  return [
    ...(content === '' ? [] : [readable(content)]),
    ...embeds.map(embedAsText),
    ...components.map((component) => componentAsText(component, secret)),
  ].join('\n\n')
}

const embedAsText = ({ description = '', color = 0 }: APIEmbed): string => boxed(readable(description), color)

const boxed = (text: string, colour: number): string =>
  `┌ #${colour.toString(16).padStart(6, '0')}\n${text.replaceAll(/^/gm, '│ ')}`

function componentAsText(component: APIMessageTopLevelComponent | AnyComponent, secret: string): string {
  const all = (components: readonly AnyComponent[], between: string): string =>
    components.map((inner) => componentAsText(inner, secret)).join(between)
  switch (component.type) {
    case ComponentType.Container:
      return boxed(all(component.components, '\n'), component.accent_color ?? 0)
    case ComponentType.TextDisplay:
      return readable(component.content)
    case ComponentType.Section:
      return `${all(component.components, '\n')}\n${componentAsText(component.accessory, secret)}`
    case ComponentType.Separator:
      return '────────'
    case ComponentType.ActionRow:
      return all(component.components, ' ')
    case ComponentType.Button:
      return 'custom_id' in component && 'label' in component
        ? `[${component.label} → ${commandOf(component.custom_id, secret)}]`
        : '[?]'
    case ComponentType.StringSelect:
      return `[⌄ ${component.placeholder}]\n${component.options.map(({ label, value }) => `  ${label} → ${commandOf(value, secret)}`).join('\n')}`
    default:
      throw new Error(`No drawing for ${ComponentType[component.type]}`)
  }
}

function commandOf(id: string, secret: string): string {
  const decoded = decodeButton(id, secret)
  return decoded.status === 'genuine' ? decoded.text : 'REFUSED'
}

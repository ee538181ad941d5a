import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import { type AnyComponent, walk } from '../../../../adapters/discord/draw/pack.ts'
import { COMPONENTS, COMPONENTS_TEXT } from '../../../../adapters/discord/limits.ts'
import { checkComponent } from './component.ts'
import { ROWS } from './limits.ts'
import { tooMany } from './rules.ts'

/** Lists the rules that these components break. https://docs.discord.com/developers/components/reference */
export function checkComponents(
  components: readonly APIMessageTopLevelComponent[],
  isV2: boolean,
): readonly string[] {
  const all = components.flatMap((component) => walk(component))
  return [
    ...(isV2 ? checkTotals(all) : checkRows(components)),
    ...checkIds(all),
    ...all.flatMap(checkComponent),
  ]
}

function checkTotals(all: readonly AnyComponent[]): readonly string[] {
  const characters = all.reduce(
    (sum, component) => sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  )
  return [
    ...tooMany('components, nested ones too', all.length, COMPONENTS),
    ...tooMany('characters over all components', characters, COMPONENTS_TEXT),
    ...(all.length === 0 ? ['a message with IS_COMPONENTS_V2 needs a component'] : []),
  ]
}

function checkRows(components: readonly APIMessageTopLevelComponent[]): readonly string[] {
  return [
    ...tooMany('action rows', components.length, ROWS),
    ...components
      .filter(({ type }) => type !== ComponentType.ActionRow)
      .map(({ type }) => `${ComponentType[type]} needs the flag IS_COMPONENTS_V2`),
  ]
}

function checkIds(all: readonly AnyComponent[]): readonly string[] {
  const ids = all.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `the custom_id ${id} is there more than once`,
  )
}

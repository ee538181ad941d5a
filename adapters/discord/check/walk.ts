import type {
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionAccessoryComponent,
  APITextDisplayComponent,
} from 'discord.js'

export type AnyComponent =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent
  | APITextDisplayComponent

/** A component and all that are in it: each counts towards the forty of a message. */
export function walk(component: AnyComponent): readonly AnyComponent[] {
  const within: readonly AnyComponent[] = [
    ...('components' in component ? component.components : []),
    ...('accessory' in component ? [component.accessory] : []),
  ]
  return [component, ...within.flatMap(walk)]
}

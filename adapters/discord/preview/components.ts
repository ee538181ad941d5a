import { escapeUTF8 } from 'entities'
import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIStringSelectComponent,
} from 'discord.js'
import type { AnyComponent } from '../check/walk.ts'
import type { Clock } from './clock.ts'
import { markUp } from './markup.ts'

/** Components as HTML. */
export function drawComponents(components: readonly AnyComponent[], clock: Clock): string {
  return components.map((component) => draw(component, clock)).join('')
}

function draw(component: AnyComponent, clock: Clock): string {
  switch (component.type) {
    case ComponentType.Container: {
      const colour = (component.accent_color ?? 0x80_84_8e).toString(16).padStart(6, '0')
      return `<div class="card" style="--bar:#${colour}">${drawComponents(component.components, clock)}</div>`
    }
    case ComponentType.TextDisplay:
      return `<div class="text" dir="auto">${markUp(component.content, clock)}</div>`
    case ComponentType.Section:
      return `<div class="section"><div>${drawComponents(component.components, clock)}</div>${draw(component.accessory, clock)}</div>`
    case ComponentType.Separator:
      return '<hr>'
    case ComponentType.ActionRow:
      return `<div class="row">${drawComponents(component.components, clock)}</div>`
    case ComponentType.Button:
      return drawButton(component)
    case ComponentType.StringSelect:
      return drawMenu(component)
    default:
      return `<mark>${escapeUTF8(ComponentType[component.type])}</mark>`
  }
}

function drawButton(button: APIButtonComponent): string {
  const label = 'label' in button ? escapeUTF8(button.label ?? '') : ''
  const arrow = button.style === ButtonStyle.Link ? ' ↗' : ''
  return `<button class="${ButtonStyle[button.style].toLowerCase()}">${label}${arrow}</button>`
}

function drawMenu({ placeholder = '', options }: APIStringSelectComponent): string {
  const items = options.map(
    ({ label, description }) =>
      `<li dir="auto">${escapeUTF8(label)}${description === undefined ? '' : `<small>${escapeUTF8(description)}</small>`}</li>`,
  )
  return `<details class="menu"><summary>${escapeUTF8(placeholder)}</summary><ul>${items.join('')}</ul></details>`
}

import {
  ComponentType,
  SeparatorSpacingSize,
  type APIComponentInContainer,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js'
import type { Action } from '../../../src/records/message.ts'
import { walk } from '../check/walk.ts'
import type { DiscordPart } from './discord-message.ts'
import { COMPONENTS, COMPONENTS_TEXT } from '../limits.ts'
import { fill } from '../text/fill.ts'
import { drawButton, drawButtons } from './buttons.ts'
import type { Piece } from './draft.ts'
import type { Page } from './page.ts'
import { componentPart } from './part-of.ts'

/** Pieces one below the other in a card, a rule between them, what can be done next at the end; in as many messages as they need. */
export function packCard(
  pieces: readonly Piece[],
  colour: number,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const blocks = pieces.flatMap((piece) => blocksOf(piece, page))
  const cards: Block[][] = [[]]
  for (const block of [...blocks, { text: '', actions, isFirst: false }]) {
    const card = cards.at(-1) ?? []
    if (fits([...card, block], page)) card.push(block)
    else cards.push([block])
  }
  return cards
    .map((card) => drawCard(card, page))
    .filter((components) => components.length > 0)
    .map((components) => componentPart([{ type: ComponentType.Container, accent_color: colour, components }]))
}

/** What is drawn together: a text that fits into one component, what is pressed beside it, or below. */
interface Block {
  readonly text: string
  readonly beside?: Action
  readonly actions: readonly Action[]
  /** It begins a piece. */
  readonly isFirst: boolean
}

function blocksOf({ lines, beside, below = [] }: Piece, page: Page): readonly Block[] {
  const texts = fill(lines, COMPONENTS_TEXT, page.rightToLeft)
  return texts.map((text, index) => ({
    text,
    ...(index === 0 && beside !== undefined ? { beside } : {}),
    actions: index === texts.length - 1 ? below : [],
    isFirst: index === 0,
  }))
}

function fits(card: readonly Block[], page: Page): boolean {
  const characters = card.reduce((sum, { text }) => sum + text.length, 0)
  // The container is one of them.
  return characters <= COMPONENTS_TEXT && 1 + drawCard(card, page).flatMap(walk).length <= COMPONENTS
}

/** What can be pressed once in a card is not drawn again: Discord takes each id once. */
function drawCard(card: readonly Block[], page: Page): APIComponentInContainer[] {
  const pressed = new Set<string>()
  const unpressed = (actions: readonly Action[]) => {
    const fresh = actions.filter(({ command }) => !pressed.has(command))
    for (const { command } of fresh) pressed.add(command)
    return fresh
  }
  return card.flatMap(({ text, beside, actions, isFirst }, index): APIComponentInContainer[] => {
    const [shown] = unpressed(beside === undefined ? [] : [beside])
    return [
      ...(isFirst && index > 0 ? [RULE] : []),
      ...(text === '' ? [] : [shown === undefined ? drawText(text) : drawSection(text, shown, page)]),
      ...drawButtons(unpressed(actions), page),
    ]
  })
}

const RULE: APISeparatorComponent = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
}

function drawText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content }
}

function drawSection(content: string, action: Action, page: Page): APISectionComponent {
  return { type: ComponentType.Section, components: [drawText(content)], accessory: drawButton(action, page) }
}

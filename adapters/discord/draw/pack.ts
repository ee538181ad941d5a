import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js'
import { inGroups } from '../../../src/chat/in-groups.ts'
import type { Action } from '../../../src/records/message.ts'
import { COMPONENTS, COMPONENTS_TEXT, CONTENT, EMBED_DESCRIPTION, EMBEDS, EMBEDS_TEXT } from '../limits.ts'
import { fill } from '../text/fill.ts'
import type { MarkedLine } from '../text/write.ts'
import { drawButton, drawButtons, drawChoices } from './buttons.ts'
import { componentPart, type DiscordPart, embedPart, type Page, type Piece } from './draft.ts'

/** Pieces one below the other in a card, a rule between them, what can be done next at the end; in as many messages as they need. */
export function packCard(pieces: readonly Piece[], colour: number, page: Page): readonly DiscordPart[] {
  const blocks = pieces.flatMap((piece) => blocksOf(piece, page))
  return inGroups([...blocks, { text: '', actions: page.actions, isFirst: false }], (card) =>
    fits(card, page),
  )
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

/** Messages, and ids of the stories that stand in each. */
interface Packed {
  readonly parts: readonly DiscordPart[]
  readonly tells: readonly (readonly string[])[]
}

/** An embed for each piece, in as few messages as hold them. The opening stands above the first, what can be done next below the last. */
export function packEmbeds(opening: readonly MarkedLine[], pieces: readonly Piece[], page: Page): Packed {
  const contents = fill(opening, CONTENT, page.rightToLeft)
  const above = contents.slice(0, -1).map((content) => embedPart(content, []))
  const stacks = inGroups(
    pieces.flatMap((piece) => embedsOf(piece, page)),
    (those) => those.length <= EMBEDS && those.reduce((sum, { text }) => sum + text.length, 0) <= EMBEDS_TEXT,
  )
  if (stacks.length === 0) stacks.push([])
  return {
    parts: [
      ...above,
      ...stacks.map((stack, index) =>
        embedPart(
          index === 0 ? (contents.at(-1) ?? '') : '',
          stack.map(({ text, colour }) => ({
            description: text,
            ...(colour !== undefined && { color: colour }),
          })),
          [
            ...drawChoices(
              stack.flatMap(({ choices }) => choices),
              page,
            ),
            ...(index === stacks.length - 1 ? drawButtons(page.actions, page) : []),
          ],
        ),
      ),
    ],
    tells: [
      ...above.map(() => []),
      ...stacks.map((stack) => [...new Set(stack.flatMap(({ tells }) => tells ?? []))]),
    ],
  }
}

/** The choices of a piece stand where it begins. */
const embedsOf = ({ lines, colour, choices = [], tells }: Piece, page: Page) =>
  fill(lines, EMBED_DESCRIPTION, page.rightToLeft).map((text, index) => ({
    text,
    colour,
    choices: index === 0 ? choices : [],
    tells,
  }))

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

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
import {
  COMPONENTS,
  COMPONENTS_TEXT,
  CONTENT,
  EMBED_DESCRIPTION,
  EMBEDS,
  EMBEDS_TEXT,
  MENTION,
} from '../limits.ts'
import { fill } from '../text/fill.ts'
import type { MarkedLine } from '../text/write.ts'
import { drawButton, drawButtons, drawChoices } from './buttons.ts'
import { componentPart, type DiscordPart, embedPart, type DrawContext, type Piece } from './drawing.ts'
import { drawPicture } from './pictures.ts'

/**
 * Packs pieces one below the other into a card, separated by rules, with the message's buttons at the end.
 * Uses as many messages as needed.
 */
export function packCard(
  pieces: readonly Piece[],
  colour: number,
  context: DrawContext,
): readonly DiscordPart[] {
  return packCards(
    [],
    pieces.map((piece) => ({ ...piece, colour })),
    context,
  ).parts
}

/**
 * Packs pieces as cards below an opening. Neighbours of one colour share a card, separated by rules. Menus
 * are at the end of each message, the message's buttons at the end of the last.
 */
export function packCards(
  opening: readonly MarkedLine[],
  pieces: readonly Piece[],
  context: DrawContext,
): Packed {
  const blocks: readonly Block[] = [
    ...blocksOf({ lines: opening }, context),
    ...pieces.flatMap((piece) => blocksOf(piece, context)),
  ]
  const end: Block = { text: '', actions: [], closing: context.actions, isFirst: false }
  const messages = inGroups([...blocks, end], (those) => fits(those, context))
    .map((those) => ({ those, components: drawMessage(those, context) }))
    .filter(({ components }) => components.length > 0)
  return {
    parts: messages.map(({ components }) => componentPart(components)),
    tells: messages.map(({ those }) => [...new Set(those.flatMap(({ tells }) => tells ?? []))]),
  }
}

/** The smallest unit of layout: a text that fits into one component, with its buttons. */
interface Block extends Pick<Piece, 'beside' | 'choices' | 'picture' | 'tells'> {
  readonly text: string
  readonly actions: readonly Action[]
  /** Buttons at the end of the message, below its menus. */
  readonly closing?: readonly Action[]
  /** Colour of its card; absent outside a card. */
  readonly colour?: number
  /** Whether it begins a piece. */
  readonly isFirst: boolean
}

function blocksOf(
  { lines, beside, below = [], choices, picture, ...piece }: Piece,
  context: DrawContext,
): readonly Block[] {
  const filled = fill(lines, COMPONENTS_TEXT - MENTION, context.rightToLeft)
  const texts = filled.length === 0 && picture !== undefined ? [''] : filled
  return texts.map((text, index) => ({
    ...piece,
    text,
    ...(index === 0 && beside !== undefined ? { beside } : {}),
    ...(index === 0 && choices !== undefined ? { choices } : {}),
    ...(index === 0 && picture !== undefined ? { picture } : {}),
    actions: index === texts.length - 1 ? below : [],
    isFirst: index === 0,
  }))
}

/** Whether these blocks fit into one message together with a line that mentions a role. */
function fits(blocks: readonly Block[], context: DrawContext): boolean {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > COMPONENTS_TEXT - MENTION) return false
  const most = blocks.reduce((sum, block) => sum + mostOf(block), 0)
  return most < COMPONENTS || drawMessage(blocks, context).flatMap(walk).length < COMPONENTS
}

/**
 * Upper bound of a block's components, without the cost of signing buttons: card, rule, picture and text, and
 * for each button its row and what it is beside.
 */
const mostOf = ({ beside, actions, choices = [], closing = [] }: Block): number =>
  4 + 2 * ((beside === undefined ? 0 : 1) + actions.length + choices.length + closing.length)

/**
 * Draws blocks into the components of one message. Each button is drawn once, because Discord requires unique
 * ids.
 */
function drawMessage(blocks: readonly Block[], context: DrawContext): APIMessageTopLevelComponent[] {
  const pressed = new Set<string>()
  const unpressed = (actions: readonly Action[]) => {
    const fresh = actions.filter(({ command }) => !pressed.has(command))
    for (const { command } of fresh) pressed.add(command)
    return fresh
  }
  const drawBlock = (
    { text, beside, actions, picture, isFirst }: Block,
    index: number,
  ): readonly APIComponentInContainer[] => {
    const [shown] = unpressed(beside === undefined ? [] : [beside])
    return [
      ...(isFirst && index > 0 ? [RULE] : []),
      ...(picture === undefined ? [] : [drawPicture(picture)]),
      ...(text === '' ? [] : [shown === undefined ? drawText(text) : drawSection(text, shown, context)]),
      ...drawButtons(unpressed(actions), context),
    ]
  }
  const cards = inGroups(
    blocks.filter(({ closing }) => closing === undefined),
    (those) => new Set(those.map(({ colour }) => colour)).size === 1,
  ).map((those) => ({ colour: those[0]?.colour, components: those.flatMap(drawBlock) }))
  const choices = blocks
    .flatMap((block) => block.choices ?? [])
    .filter(({ action }) => !pressed.has(action.command))
  const ends = [
    ...drawChoices(choices, context),
    ...drawButtons(unpressed(blocks.flatMap(({ closing }) => closing ?? [])), context),
  ]
  const last = cards.at(-1)
  if (last?.colour === undefined) return [...cards.flatMap(drawCard), ...ends]
  return [...cards.slice(0, -1), { ...last, components: [...last.components, ...ends] }].flatMap(drawCard)
}

function drawCard({
  colour,
  components,
}: {
  readonly colour: number | undefined
  readonly components: APIComponentInContainer[]
}): APIMessageTopLevelComponent[] {
  if (colour === undefined) return components
  return components.length === 0 ? [] : [{ type: ComponentType.Container, accent_color: colour, components }]
}

const RULE: APISeparatorComponent = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
}

function drawText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content }
}

function drawSection(content: string, action: Action, context: DrawContext): APISectionComponent {
  return {
    type: ComponentType.Section,
    components: [drawText(content)],
    accessory: drawButton(action, context),
  }
}

/** Messages, and the ids of the stories in each. */
export interface Packed {
  readonly parts: readonly DiscordPart[]
  readonly tells: readonly (readonly string[])[]
}

/**
 * Packs one embed for each piece into as few messages as possible. The opening is above the first message,
 * the message's buttons are below the last.
 */
export function packEmbeds(
  opening: readonly MarkedLine[],
  pieces: readonly Piece[],
  context: DrawContext,
): Packed {
  const contents = fill(opening, CONTENT - MENTION, context.rightToLeft)
  const above = contents.slice(0, -1).map((content) => embedPart(content, []))
  const stacks = inGroups(
    pieces.flatMap((piece) => embedsOf(piece, context)),
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
              context,
            ),
            ...(index === stacks.length - 1 ? drawButtons(context.actions, context) : []),
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

/** A piece cut into several embeds has its choices at the first. */
const embedsOf = ({ lines, colour, choices = [], tells }: Piece, context: DrawContext) =>
  fill(lines, EMBED_DESCRIPTION, context.rightToLeft).map((text, index) => ({
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

/** Returns a component and everything nested in it. Each counts towards the forty of a message. */
export function walk(component: AnyComponent): readonly AnyComponent[] {
  const within: readonly AnyComponent[] = [
    ...('components' in component ? component.components : []),
    ...('accessory' in component ? [component.accessory] : []),
  ]
  return [component, ...within.flatMap(walk)]
}

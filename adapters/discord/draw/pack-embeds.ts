import type { APIEmbed } from 'discord.js'
import type { Action } from '../../../src/records/message.ts'
import type { DiscordPart } from './discord-message.ts'
import { CONTENT, EMBED_DESCRIPTION, EMBEDS, EMBEDS_TEXT } from '../limits.ts'
import { fill } from '../text/fill.ts'
import type { Line } from '../text/line.ts'
import { drawButtons, drawChoices } from './buttons.ts'
import type { Piece, Choice } from './draft.ts'
import type { Page } from './page.ts'
import { embedPart } from './part-of.ts'

/** Messages, and ids of the stories that stand in each. */
export interface Packed {
  readonly parts: readonly DiscordPart[]
  readonly tells: readonly (readonly string[])[]
}

/** An embed for each piece, in as few messages as hold them. The opening stands above the first, what can be done next below the last. */
export function packEmbeds(
  opening: readonly Line[],
  pieces: readonly Piece[],
  actions: readonly Action[],
  page: Page,
): Packed {
  const contents = fill(opening, CONTENT, page.rightToLeft)
  const above = contents.slice(0, -1).map((content) => embedPart(content, []))
  const stacks = stackUp(pieces, page)
  const last = stacks.length - 1
  return {
    parts: [
      ...above,
      ...stacks.map(({ embeds, choices }, index) =>
        embedPart(index === 0 ? (contents.at(-1) ?? '') : '', embeds, [
          ...drawChoices(choices, page),
          ...(index === last ? drawButtons(actions, page) : []),
        ]),
      ),
    ],
    tells: [...above.map(() => []), ...stacks.map(({ stories }) => [...stories])],
  }
}

interface Stack {
  readonly embeds: APIEmbed[]
  readonly choices: Choice[]
  readonly stories: Set<string>
  room: number
}

const emptyStack = (): Stack => ({ embeds: [], choices: [], stories: new Set(), room: EMBEDS_TEXT })

function stackUp(pieces: readonly Piece[], page: Page): readonly Stack[] {
  const stacks: Stack[] = [emptyStack()]
  for (const { lines, colour, choices = [], tells } of pieces) {
    for (const [index, description] of fill(lines, EMBED_DESCRIPTION, page.rightToLeft).entries()) {
      let stack = stacks.at(-1) ?? emptyStack()
      if (stack.room < description.length || stack.embeds.length === EMBEDS)
        stacks.push((stack = emptyStack()))
      stack.embeds.push({ description, ...(colour === undefined ? {} : { color: colour }) })
      stack.room -= description.length
      if (index === 0) stack.choices.push(...choices)
      if (tells !== undefined) stack.stories.add(tells)
    }
  }
  return stacks
}

import type { Block, Group } from './block.ts'
import { MESSAGE_BLOCKS, MESSAGE_TEXT } from '../limits.ts'
import { weigh } from '../text/weigh.ts'

/**
 * Groups of blocks as messages, in order, each within Slack's limits. A group stays whole where one message can hold it; only a
 * larger one is parted, between blocks. One table a message, as clients show it best.
 */
export function pack(groups: readonly Group[]): readonly (readonly Block[])[] {
  const messages: Block[][] = []
  for (const group of groups) {
    for (const piece of fits(group) ? [group] : group.map((block) => [block])) {
      const last = messages.at(-1)
      if (last !== undefined && fits([...last, ...piece])) last.push(...piece)
      else messages.push([...piece])
    }
  }
  return messages.filter((blocks) => blocks.length > 0)
}

function fits(blocks: readonly Block[]): boolean {
  return (
    blocks.length <= MESSAGE_BLOCKS &&
    weigh(blocks) <= MESSAGE_TEXT &&
    blocks.filter(({ type }) => type === 'table').length <= 1
  )
}

import type { Member } from './story-in-memory.ts'

/**
 * The members that belong with the newest one, and those that belong with the others: each goes where it fits better on average. Null where one side is
 * a single article or nothing. Whether they are two stories is for the caller to say.
 */
export function splitInTwo(
  members: readonly Member[],
  fit: (one: readonly Member[], other: readonly Member[]) => number,
): readonly [stays: readonly Member[], leaves: readonly Member[]] | null {
  const [oldest] = members
  const newest = members.at(-1)
  if (oldest === undefined || newest === undefined) return null
  let leaves: readonly Member[] = [newest]
  for (const member of members.slice(1, -1).toReversed()) {
    const others = members.filter((other) => other !== member && !leaves.includes(other))
    if (fit([member], leaves) > fit([member], others)) leaves = [member, ...leaves]
  }
  const stays = members.filter((member) => !leaves.includes(member))
  return leaves.length > 1 && stays.length > 1 ? [stays, leaves] : null
}

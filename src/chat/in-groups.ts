/**
 * Items in order, in as few groups as hold them: each joins the last group where that `fits` with it, and begins another elsewhere, also where it is too large by itself.
 */
export function inGroups<Item>(items: Iterable<Item>, fits: (group: readonly Item[]) => boolean): Item[][] {
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last !== undefined && fits([...last, item])) last.push(item)
    else groups.push([item])
  }
  return groups
}

/** Items in rows of at most `size`, in order. */
export const inRows = <Item>(items: readonly Item[], size: number): Item[][] =>
  inGroups(items, ({ length }) => length <= size)

/**
 * Splits items, in order, into as few groups as possible. Each item joins the last group if the group still
 * `fits` with it, and otherwise begins a new one, even if the item alone does not fit.
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

/** Splits items, in order, into rows of at most `size`. */
export const inRows = <Item>(items: readonly Item[], size: number): Item[][] =>
  inGroups(items, ({ length }) => length <= size)

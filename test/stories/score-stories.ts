/**
 * Returns pairwise and B-cubed F1, in per cent, of the found stories against the intended ones. Both lists
 * have a name for each article, in the same order.
 */
export function scoreStories(
  meant: readonly string[],
  found: readonly string[],
): { readonly pairs: number; readonly bCubed: number } {
  const meantSizes = sizes(meant)
  const foundSizes = sizes(found)
  const bothSizes = sizes(meant.map((label, i) => `${label}\u0000${found[i]}`))
  let precision = 0
  let recall = 0
  for (const [key, n] of bothSizes) {
    const [label = '', story = ''] = key.split('\u0000')
    precision += n ** 2 / (foundSizes.get(story) ?? 1) / meant.length
    recall += n ** 2 / (meantSizes.get(label) ?? 1) / meant.length
  }
  return {
    pairs: (200 * pairs(bothSizes)) / (pairs(foundSizes) + pairs(meantSizes)),
    bCubed: (200 * precision * recall) / (precision + recall),
  }
}

function sizes(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function pairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
}

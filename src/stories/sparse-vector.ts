/** Weights by term; both arrays have the same length, a term occurs once. */
export interface SparseVector {
  readonly terms: readonly number[]
  readonly weights: readonly number[]
}

export const emptyVector: SparseVector = { terms: [], weights: [] }

/** Scales to length 1 and keeps the `limit` heaviest terms, heaviest first. */
export function unitVector(weightByTerm: ReadonlyMap<number, number>, limit: number): SparseVector {
  const heaviest = [...weightByTerm].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return { terms: heaviest.map(([term]) => term), weights: heaviest.map(([, weight]) => weight / length) }
}

/** The sum of some vectors; when it holds more than `limit` terms, the lightest go. */
export function sumVectors(vectors: readonly SparseVector[], limit: number): SparseVector {
  const [first, ...others] = vectors
  if (first !== undefined && others.length === 0) return first
  const sum = new Map<number, number>()
  for (const { terms, weights } of vectors) {
    terms.forEach((term, i) => sum.set(term, (sum.get(term) ?? 0) + (weights[i] ?? 0)))
  }
  let entries = [...sum]
  if (entries.length > limit) entries = entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
  return { terms: entries.map(([term]) => term), weights: entries.map(([, weight]) => weight) }
}

import type { SparseVector } from './sparse-vector.ts'

/** One vector laid out by term number, so that its product with each of many others costs one pass over the other. */
export interface SpreadVector {
  load(vector: SparseVector): void
  product(other: SparseVector): number
}

export function createSpreadVector(): SpreadVector {
  let weightByTerm = new Float64Array(1 << 12)
  let loaded: SparseVector = { terms: [], weights: [] }

  return {
    load(vector) {
      for (const term of loaded.terms) weightByTerm[term] = 0
      const highest = vector.terms.reduce((most, term) => Math.max(most, term), 0)
      if (highest >= weightByTerm.length) {
        const wider = new Float64Array(2 ** Math.ceil(Math.log2(highest + 1)))
        wider.set(weightByTerm)
        weightByTerm = wider
      }
      vector.terms.forEach((term, i) => {
        weightByTerm[term] = vector.weights[i] ?? 0
      })
      loaded = vector
    },
    product({ terms, weights }) {
      let sum = 0
      for (let i = 0; i < terms.length; i++) sum += (weightByTerm[terms[i] ?? 0] ?? 0) * (weights[i] ?? 0)
      return sum
    },
  }
}

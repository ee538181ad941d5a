/** Articles that are clustered as one unit. */
interface Clustered {
  readonly articles: number
  /** Average number of different words of an article. */
  readonly words: number
}

/** A set of units that are alike enough on average over all pairs. */
export interface Cluster<T> extends Clustered {
  readonly units: readonly T[]
}

/**
 * Returns the units that end up in one cluster with the last of `units`. Joins the two best-fitting clusters
 * again and again, as long as two fit (agglomerative clustering by average link). So nothing is joined before
 * what fits better, in whatever order they came.
 *
 * `likeness` (0 to 1) is called once per pair of units. Two clusters fit if the average likeness of their
 * units, divided by what `requiredLikeness` returns for them, is 1 or more. `shareAfterContradiction` is
 * called only for clusters about to be joined. It returns the share of the fit (0 to 1) that is left if they
 * contradict each other.
 */
export function clusterOf<T extends Clustered>(
  units: readonly T[],
  likeness: (one: T, other: T) => number,
  requiredLikeness: (one: Clustered, other: Clustered) => number,
  shareAfterContradiction: (one: Cluster<T>, other: Cluster<T>) => number,
): readonly T[] {
  const count = units.length
  /** Each cluster is stored at the index of its last unit; the other places are undefined. */
  const clusters: (Cluster<T> | undefined)[] = units.map((unit) => ({
    articles: unit.articles,
    words: unit.words,
    units: [unit],
  }))
  /** Likeness of each pair of clusters, in the row of the later one. */
  const likenesses = new Float64Array(count * count)
  const fits = new Float64Array(count * count)
  const areHeldAgainstEachOther = new Uint8Array(count * count)
  const placeOf = (i: number, j: number): number => (i > j ? i * count + j : j * count + i)

  const measure = (i: number, j: number, like: number): void => {
    const [one, other] = [clusters[i], clusters[j]]
    const place = placeOf(i, j)
    likenesses[place] = like
    fits[place] = one === undefined || other === undefined ? 0 : like / requiredLikeness(one, other)
    areHeldAgainstEachOther[place] = 0
  }
  for (const [i, one] of units.entries())
    for (const [j, other] of units.entries()) {
      if (j === i) break
      measure(i, j, likeness(one, other))
    }

  for (;;) {
    const best = bestOf(fits, count)
    const [later, earlier] = [Math.floor(best / count), best % count]
    const [stays, ends] = [clusters[later], clusters[earlier]]
    if (best < 0 || stays === undefined || ends === undefined) break
    if (areHeldAgainstEachOther[best] === 0) {
      areHeldAgainstEachOther[best] = 1
      fits[best] = (fits[best] ?? 0) * shareAfterContradiction(stays, ends)
      continue
    }
    const articles = stays.articles + ends.articles
    const meanOf = (one: number, other: number): number =>
      (one * stays.articles + other * ends.articles) / articles
    clusters[later] = {
      articles,
      words: meanOf(stays.words, ends.words),
      units: [...ends.units, ...stays.units],
    }
    clusters[earlier] = undefined
    fits[best] = 0
    for (let i = 0; i < count; i++) {
      if (i === later || i === earlier) continue
      const [to, from] = [placeOf(later, i), placeOf(earlier, i)]
      measure(later, i, meanOf(likenesses[to] ?? 0, likenesses[from] ?? 0))
      fits[from] = 0
    }
  }
  return clusters.at(-1)?.units ?? []
}

/** Returns the index of the pair that fits best, or -1 if no pair fits. */
function bestOf(fits: Float64Array, count: number): number {
  let most = 1
  let best = -1
  for (let i = 1; i < count; i++)
    for (let place = i * count; place < i * count + i; place++) {
      const fit = fits[place] ?? 0
      if (fit < most) continue
      most = fit
      best = place
    }
  return best
}

/**
 * Works through a list, at most `most` items at the same time. Yields the results of each batch, in order,
 * before the next batch begins.
 */
export async function* inBatches<One, Result>(
  all: readonly One[],
  most: number,
  work: (one: One) => Promise<Result>,
): AsyncGenerator<readonly { readonly one: One; readonly result: PromiseSettledResult<Result> }[]> {
  for (let first = 0; first < all.length; first += most) {
    const some = all.slice(first, first + most)
    const results = await Promise.allSettled(some.map(work))
    yield results.flatMap((result, index) => {
      const one = some[index]
      return one === undefined ? [] : [{ one, result }]
    })
  }
}

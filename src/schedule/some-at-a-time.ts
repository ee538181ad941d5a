/** Does work for each of a list, at most `most` at the same time, and gives what became of each of these, in their order, before the next begin. */
export async function* someAtATime<One, Result>(
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

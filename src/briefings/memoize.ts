/**
 * Returns a function that calls `ask` once for each list of arguments and gives every caller the same
 * promise. After a failure the next call asks again. Arguments are compared like keys of a `Map`, objects by
 * identity. `ask` must depend on nothing but its arguments and what never changes.
 */
export function memoize<Args extends readonly unknown[], Answer>(
  ask: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const first: Place<Answer> = { answer: null, next: null }
  return (...args) => {
    let place = first
    for (const arg of args) {
      place.next ??= new Map()
      place = place.next.getOrInsertComputed(arg, () => ({ answer: null, next: null }))
    }
    if (place.answer !== null) return place.answer
    const last = place
    const asked = ask(...args)
    last.answer = asked
    asked.catch(() => {
      last.answer = null
    })
    return asked
  }
}

/**
 * A node in the tree of arguments: the answer for the arguments up to here, and where each next one leads.
 */
interface Place<Answer> {
  answer: Promise<Answer> | null
  next: Map<unknown, Place<Answer>> | null
}

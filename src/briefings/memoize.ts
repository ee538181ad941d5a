/**
 * Asks once for each list of arguments and gives everyone the same answer; a failed question is asked again. Arguments are told apart as the keys of a `Map` are,
 * objects by identity. Give `ask` nothing to go by but its arguments and what never changes: then each answer is named by all that it depends on.
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

/** Where the arguments up to one lead. */
interface Place<Answer> {
  answer: Promise<Answer> | null
  next: Map<unknown, Place<Answer>> | null
}

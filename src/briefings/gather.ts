import { setImmediate } from 'node:timers/promises'

/**
 * Returns a function that joins the keys asked for in one turn of the event loop into calls of `ask`, each
 * with at most `most` keys: a store answers one query for fifty sooner than fifty queries. `ask` resolves to
 * a function that returns the answer for each key. If it fails, so do all calls that it was to answer.
 */
export function gather<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<(key: Key) => Answer>,
  most: number,
): (key: Key) => Promise<Answer> {
  let waiting: { readonly keys: Key[]; readonly answers: Promise<(key: Key) => Answer> } | null = null

  const begin = () => {
    const keys: Key[] = []
    const turn = setImmediate().then(() => {
      if (waiting?.keys === keys) waiting = null
      return ask(keys)
    })
    return { keys, answers: turn }
  }

  return async (key) => {
    if (waiting === null || waiting.keys.length >= most) waiting = begin()
    const { keys, answers } = waiting
    keys.push(key)
    return (await answers)(key)
  }
}

import { setImmediate } from 'node:timers/promises'

/**
 * Joins what is asked for in one turn of the event loop to one question about at most `most` of it: a store answers one about fifty sooner than fifty. `ask` gives what tells the
 * answer to each; where it fails, all who asked are told so.
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

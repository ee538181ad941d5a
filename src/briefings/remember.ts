/** Asks once for each key and gives everyone the same answer. A failed question is asked again. */
export function remember<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const answers = new Map<Key, Promise<Answer>>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const asked = ask(key)
    answers.set(key, asked)
    asked.catch(() => answers.delete(key))
    return asked
  }
}

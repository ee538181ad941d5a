import { appendFileSync } from 'node:fs'
import type { Message } from '../../../src/records/message.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import type { DecisionNote, NotedMessage } from '../judge/decision-note.ts'

/**
 * Wraps the store of `createBot` so that decisions are written to a file: once before the store is asked, and
 * once when it has accepted. A process killed between the two leaves only the first note; whether the
 * decision counts is then decided by the store's contents.
 */
export function noteDecisions(store: Store, file: string): Store {
  const note = (line: DecisionNote): void => appendFileSync(file, `\n${JSON.stringify(line)}`)
  const decideAll: Store['decideAll'] = async (decisions) => {
    for (const { outboxId, told, message } of decisions)
      note({
        kind: 'decided',
        id: outboxId,
        told: told.map(({ storyId }) => storyId),
        message: digest(message),
      })
    const taken = await store.decideAll(decisions)
    for (const [index, { outboxId }] of decisions.entries())
      if (taken[index] === true) note({ kind: 'kept', id: outboxId })
    return taken
  }
  const own: Partial<Store> = {
    decideAll,
    async decide(decision) {
      const [taken = false] = await decideAll([decision])
      return taken
    },
    async correct(correction) {
      const { outboxId, edits, message } = correction
      note({ kind: 'corrected', id: outboxId, nth: edits, message: digest(message) })
      return store.correct(correction)
    },
  }
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(own, key) ?? Reflect.get(target, key)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/** Returns what readers can see of a message; null if it is no briefing. */
export function digest(message: Message | null): NotedMessage | null {
  if (message?.kind !== 'briefing') return null
  const { title, from, to, zone, sections, isAlert = false } = message.briefing
  return {
    title,
    from,
    to,
    zone,
    isAlert,
    stories: sections
      .flatMap(({ stories }) => stories)
      .map(({ id, headline, sentences, changes }) => ({
        id,
        headline,
        sentences: sentences.map(({ text }) => text),
        isChanged: changes.length > 0,
      })),
  }
}

import { expect, it } from 'vitest'
import { englishTerms } from '../../src/language/bridge/bridge.ts'
import { readTerms } from '../../src/language/terms.ts'
import { readStories } from './read-labelled.ts'

const stories = readStories()
const bags = stories.flatMap(({ reports }, story) =>
  reports.map(({ title, text, lang }) => ({ story, lang, bag: bagOf(`${title}\n${text}`, lang) })),
)

function bagOf(text: string, language: string): Map<number, number> {
  const bag = new Map<number, number>()
  englishTerms(readTerms(text, language), language, (english, weight) => {
    bag.set(english, (bag.get(english) ?? 0) + weight)
  })
  return bag
}

const reportsWith = new Map<number, number>()
for (const { bag } of bags)
  for (const english of bag.keys()) reportsWith.set(english, (reportsWith.get(english) ?? 0) + 1)

const weigh = (english: number, times: number) =>
  times * Math.log((bags.length + 1) / (reportsWith.get(english) ?? 1))

const length = (bag: ReadonlyMap<number, number>) =>
  Math.hypot(...[...bag].map(([english, times]) => weigh(english, times)))

function likeness(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [english, times] of one) sum += weigh(english, times) * weigh(english, other.get(english) ?? 0)
  return sum / (length(one) * length(other))
}

/** The floor is a little below the result when it was set. No constant was chosen on this set. */
it('tells reports of one story in two languages from others by their English stems', () => {
  const same: number[] = []
  const others: number[] = []
  for (const [i, one] of bags.entries())
    for (const other of bags.slice(i + 1))
      if (one.lang !== other.lang)
        (one.story === other.story ? same : others).push(likeness(one.bag, other.bag))
  expect(same.length).toBeGreaterThan(30)
  const right = same.reduce((sum, value) => sum + others.filter((other) => other < value).length, 0)
  const area = right / (same.length * others.length)
  expect(area).toBeGreaterThanOrEqual(0.99)
})

import { expect, it } from 'vitest'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

const AT = Date.UTC(2026, 2, 10, 8)
const OTHERS = [
  'Football club wins the cup',
  'Parliament votes on the budget',
  'Doctors warn of heat',
  'Train hits a tree',
]

/** Returns the stories of two reports that name no country and no person, placed among others. */
function storiesOf(english: { title: string; text: string }, german: { title: string; text: string }) {
  const grouper = createStoryGrouper()
  for (const [nth, title] of OTHERS.entries())
    grouper.place({ id: `o${nth}`, sourceId: `o${nth}`, language: 'en', title, text: '', at: AT })
  return [
    grouper.place({ id: 'en', sourceId: 'a', language: 'en', ...english, at: AT }).storyId,
    grouper.place({ id: 'de', sourceId: 'b', language: 'de', ...german, at: AT + 60_000 }).storyId,
  ]
}

it('joins reports of two languages whose words fit more than enough, though they share no country and no person', () => {
  const [one, other] = storiesOf(
    {
      title: 'Old elephant dies in national park at the age of fifty',
      text: 'The elephant with the longest tusks died on Sunday in the national park, the rangers said. Tourists had photographed the bull for thirty years.',
    },
    {
      title: 'Alter Elefant stirbt im Nationalpark im Alter von fünfzig Jahren',
      text: 'Der Elefant mit den längsten Stoßzähnen ist am Sonntag im Nationalpark gestorben, teilten die Ranger mit. Touristen fotografierten den Bullen dreißig Jahre lang.',
    },
  )
  expect(other).toBe(one)
})

it('leaves headlines apart that share a date and nothing else', () => {
  const [one, other] = storiesOf(
    { title: 'Newspaper of 2 January 2026', text: '' },
    { title: 'Kurse vom 2. Januar 2026', text: '' },
  )
  expect(other).not.toBe(one)
})

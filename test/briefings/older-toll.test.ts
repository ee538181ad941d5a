import { describe, expect, it } from 'vitest'
import { createTollChecks, tellsFewerDead } from '../../src/briefings/older-toll.ts'
import { aTitledReport as of } from './a-titled-report.ts'

const RESCUE = of('a', 'Ferry sinks off Vik, rescue under way for four', 0)
const FOUR = of('b', 'Four killed as ferry sinks off Vik', 3)
const ALSO = of('c', '4 dead after ferry sinks in storm', 4)

describe('how many died, by the headlines', () => {
  it('puts a headline of before behind, once two outlets count the dead', () => {
    expect(createTollChecks([RESCUE, FOUR, ALSO]).isOutdated(RESCUE.title, RESCUE)).toBe(true)
    expect(createTollChecks([RESCUE, FOUR]).isOutdated(RESCUE.title, RESCUE)).toBe(false)
    expect(createTollChecks([RESCUE, FOUR, ALSO]).isOutdated(ALSO.title, ALSO)).toBe(false)
  })

  it('puts a headline of before behind, once its own outlet counts the dead, or any counts more', () => {
    const own = of('a', 'Four dead as ferry sinks off Vik', 3)
    expect(createTollChecks([RESCUE, own]).isOutdated(RESCUE.title, RESCUE)).toBe(true)
    const two = of('a', 'Two killed as ferry sinks off Vik', 0)
    expect(createTollChecks([two, FOUR]).isOutdated(two.title, two)).toBe(true)
    const five = of('a', 'Five killed as ferry sinks off Vik', 0)
    expect(createTollChecks([five, FOUR]).isOutdated(five.title, five)).toBe(false)
  })

  it('lets a headline of afterwards stand, whatever it tells', () => {
    const later = of('d', 'Captain of ferry held in Vik', 6)
    expect(createTollChecks([FOUR, ALSO, later]).isOutdated(later.title, later)).toBe(false)
  })

  it('knows that dozens are more than ten, and less sure than a number', () => {
    const ten = of('a', 'Ten dead as ferry sinks off Vik', 0)
    const dozens = [of('b', 'Dozens feared dead off Vik', 1), of('c', 'Dozens killed as ferry sinks', 2)]
    expect(createTollChecks([ten, ...dozens]).isOutdated(ten.title, ten)).toBe(true)
    expect(createTollChecks([ten, ...dozens]).isOlder('The wave killed ten people.', ten)).toBe(true)
    const thirty = of('d', '30 dead off Vik', 3)
    expect(createTollChecks([ten, ...dozens, thirty]).isOutdated('Dozens killed', dozens[1] ?? ten)).toBe(
      false,
    )
    const ninety = [of('d', '19 dead off Vik', 3), of('e', '19 killed as ferry sinks', 4)]
    expect(createTollChecks([...dozens, ...ninety]).isOutdated('Dozens killed', dozens[1] ?? ten)).toBe(true)
  })

  it('takes a sentence that counts fewer than each newer headline for older, though its number is a word', () => {
    const read = createTollChecks([RESCUE, FOUR, ALSO])
    expect(read.isOlder('Two people were killed when a ferry sank off Vik.', RESCUE)).toBe(true)
    expect(read.isOlder('Four people were killed when a ferry sank off Vik.', RESCUE)).toBe(false)
    expect(read.isOlder('A ferry sank off Vik.', RESCUE)).toBe(false)
    expect(createTollChecks([RESCUE]).isOlder('Two people were killed off Vik.', RESCUE)).toBe(false)
  })
})

it('knows a sentence with fewer dead than the headline above it, whenever it was written', () => {
  expect(tellsFewerDead('At least two people were killed off Vik.', 'Six killed as ferry sinks', 'en')).toBe(
    true,
  )
  expect(tellsFewerDead('Six people were killed off Vik.', 'Six killed as ferry sinks', 'en')).toBe(false)
  expect(tellsFewerDead('The captain was held.', 'Six killed as ferry sinks', 'en')).toBe(false)
  expect(tellsFewerDead('At least two people were killed.', 'Ferry sinks off Vik', 'en')).toBe(false)
  expect(tellsFewerDead('At least two people were killed.', 'Dozens killed as ferry sinks', 'en')).toBe(false)
})

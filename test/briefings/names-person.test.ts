import { describe, expect, it } from 'vitest'
import { namesPerson } from '../../src/briefings/match-stories.ts'

describe('namesPerson', () => {
  it.each([
    ['Abbas Araghchi', 'Araghchi', true],
    ['Abbas Araghchi', 'abbas  ARAGHCHI', true],
    ['Recep Tayyip Erdoğan', 'Erdogan', true],
    ['عباس عراقچی', 'عراقچي', true],
    ['Abbas Araghchi', 'Mahmoud Abbas', false],
    ['Abbas Araghchi', '!!!', false],
    ['Abbas Araghchi', '', false],
  ])('%s for a wish for “%s”: %s', (name, wish, expected) => {
    expect(namesPerson(name, [wish])).toBe(expected)
  })
})

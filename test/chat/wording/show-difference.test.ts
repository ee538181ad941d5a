import { describe, expect, it } from 'vitest'
import { showDifference } from '../../../src/chat/wording/story.ts'

const long =
  'and the exams that were planned for this week will be held in December when the buildings have been looked at'

describe('showDifference', () => {
  it('shows short texts whole', () => {
    expect(showDifference('Eleven hurt', 'Fourteen hurt', 'en')).toEqual({
      before: 'Eleven hurt',
      after: 'Fourteen hurt',
    })
  })

  it('cuts long texts to what differs and a few words round it', () => {
    expect(
      showDifference(
        `Schools are closed until Monday ${long}`,
        `Schools are closed until Friday ${long}`,
        'en',
      ),
    ).toEqual({
      before: 'Schools are closed until Monday and the exams that …',
      after: 'Schools are closed until Friday and the exams that …',
    })
  })

  it('shows what was added at the end, with the end of the old text', () => {
    const { before, after } = showDifference(
      `Schools are closed ${long}`,
      `Schools are closed ${long} by the engineers`,
      'en',
    )
    expect(before).toBe('… have been looked at')
    expect(after).toBe('… have been looked at by the engineers')
  })

  it('shows both whole where nothing is shared', () => {
    const other = long.split(' ').reverse().join(' ')
    expect(showDifference(long, `${other} indeed`, 'en')).toEqual({ before: long, after: `${other} indeed` })
  })
})

import { describe, expect, it } from 'vitest'
import { rememberReadings } from '../../src/language/remember-readings.ts'

/** A reading that counts how often it was asked. */
function counted(most?: number) {
  const asked: string[] = []
  const read = rememberReadings((text, language) => {
    asked.push(`${language}: ${text}`)
    return text === '' ? null : text.split(' ')
  }, most)
  return { asked, read }
}

describe('what is remembered of readings', () => {
  it('is the same answer for the same text in the same language', () => {
    const { asked, read } = counted()
    expect(read('dam bursts', 'en')).toBe(read('dam bursts', 'en'))
    expect(read('dam bursts', 'en')).not.toBe(read('dam bursts', 'de'))
    expect(asked).toEqual(['en: dam bursts', 'de: dam bursts'])
  })

  it('is apart for each title under which a text is read, wherever the title ends', () => {
    const read = rememberReadings((text, _language, title) => `${title}|${text}`)
    expect([
      read('dam bursts', 'en', 'Flood'),
      read('bursts', 'en', 'Flooddam '),
      read('dam bursts', 'en'),
    ]).toEqual(['Flood|dam bursts', 'Flooddam |bursts', '|dam bursts'])
  })

  it('is also that there is no answer', () => {
    const { asked, read } = counted()
    expect([read('', 'en'), read('', 'en')]).toEqual([null, null])
    expect(asked).toEqual(['en: '])
  })

  it('is no more than a length of texts: the one that was not met for longest is read again', () => {
    const { asked, read } = counted(22)
    for (const text of ['first', 'other', 'first', 'third', 'first', 'other']) read(text, 'en')
    expect(asked).toEqual(['en: first', 'en: other', 'en: third', 'en: other'])
  })

  it('is nothing of a text longer than that', () => {
    const { asked, read } = counted(3)
    for (let time = 0; time < 2; time++) expect(read('a longer one', 'en')).toHaveLength(3)
    expect(asked).toHaveLength(2)
  })
})

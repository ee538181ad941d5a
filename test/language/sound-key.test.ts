import { describe, expect, it } from 'vitest'
import { soundKey } from '../../src/language/sound-key.ts'

describe('soundKey', () => {
  it.each([
    ['Putin', 'ru', 'Путин'],
    ['Putin', 'ar', 'بوتين'],
    ['Araghchi', 'fa', 'عراقچی'],
    ['Erdogan', 'tr', 'Erdoğan'],
    ['Erdogan', 'ar', 'أردوغان'],
    ['Trump', 'uk', 'Трамп'],
    ['Johnson', 'ru', 'Джонсон'],
    ['Netanyahu', 'ar', 'نتنياهو'],
    ['Hamas', 'ru', 'ХАМАС'],
    ['Tehran', 'fa', 'تهران'],
  ])('hears %s in %s as %s', (english, language, other) => {
    expect(soundKey(other, language)).toBe(soundKey(english, 'en'))
  })

  it.each([
    ['Merkel', 'Macron'],
    ['Ankara', 'Tehran'],
  ])('tells %s from %s', (one, other) => {
    expect(soundKey(one, 'en')).not.toBe(soundKey(other, 'en'))
  })

  it('gives nothing for names too short to tell apart', () => {
    expect(soundKey('Xi', 'en')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/commands/reading/parse-input.ts'
import { cutSentence } from '../../../src/commands/understanding/sentence.ts'
import { indirectVerbs } from '../../../src/commands/understanding/plain-verbs.ts'
import { understand } from '../../../src/commands/understanding/understand.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const { view } = await aNewsroom()

function wordOf(typed: string): string {
  const cleaned = cleanText(typed)
  const { word } = understand(cleaned.status === 'clean' ? cleaned.text : '', {
    nameIndex: view.nameIndex,
    now: Date.parse('2026-03-12T08:00:00+03:00'),
    zone: 'Europe/Istanbul',
  })
  return word
}

const plain = (typed: string, language: string): readonly string[] => {
  const [first] = cutSentence(typed)
  if (first === undefined) throw new Error(`no word in ${typed}`)
  return indirectVerbs(first, language)
}

describe('a verb in a form that tells nobody what to do', () => {
  it.each([
    ['en', 'paused', 'pause'],
    ['en', 'cancelled', 'cancel'],
    ['en', 'dropping', 'drop'],
    ['en', 'taken', 'take'],
    ['de', 'auszusetzen', 'aussetzen'],
    ['de', 'gelöscht', 'loschen'],
    ['fr', 'suspendre', 'suspends'],
    ['fr', 'retiriez', 'retire'],
    ['es', 'añadieran', 'anade'],
    ['ru', 'добавить', 'добавь'],
    ['ru', 'перенести', 'перенеси'],
    ['tr', 'durdurulmasını', 'durdur'],
    ['tr', 'eklenmesini', 'ekle'],
    ['fa', 'شود', 'كن'],
  ])('is its plain imperative: %s %s', (language, typed, wanted) => {
    expect(plain(typed, language)).toContain(wanted)
  })

  it.each([
    ['could my alerts be paused?', 'pause'],
    ['would you mind moving the harbour digest to nine', 'edit'],
    ['aboneliğimin iptal edilmesini rica ederim', 'unsubscribe'],
    ['просьба приостановить рассылку', 'pause'],
  ])('says what is wished where it is asked of us: %s', (typed, word) => {
    expect(wordOf(typed)).toBe(word)
  })

  it.each(['ferries suspended in Oman', 'tell me if ferries are cancelled in Oman', 'trains moved to Basra'])(
    'is a word like others where it is not: %s',
    (typed) => {
      expect(['search', 'subscribe']).toContain(wordOf(typed))
    },
  )
})

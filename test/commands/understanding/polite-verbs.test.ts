import { describe, expect, it } from 'vitest'
import { politeVerbs } from '../../../src/commands/understanding/plain-verbs.ts'
import { cutSentence } from '../../../src/commands/understanding/sentence.ts'

const plain = (typed: string, language: string): readonly string[] => {
  const [first, next] = cutSentence(typed)
  if (first === undefined) throw new Error(`no word in ${typed}`)
  return politeVerbs(first, language, next?.key ?? '')
}

describe('a verb said politely or to several', () => {
  it.each([
    ['fr', 'ajoutez', 'ajoute'],
    ['fr', 'envoyez', 'envoie'],
    ['es', 'cambie', 'cambia'],
    ['es', 'dejen', 'deja'],
    ['ru', 'добавьте', 'добавь'],
    ['fa', 'کنید', 'كن'],
    ['tr', 'alabilir misiniz', 'al'],
    ['tr', 'gönderir misin', 'gonder'],
    ['tr', 'çıkarın', 'cıkar'],
    ['ar', 'ارسلوا', 'ارسل'],
  ])('is its plain imperative: %s %s', (language, typed, wanted) => {
    expect(plain(typed, language).map((form) => form.replaceAll('ı', 'i'))).toContain(
      wanted.replaceAll('ı', 'i'),
    )
  })

  it('is none where it is a part of a noun', () => {
    expect(plain('cessez-le-feu', 'fr')).toEqual([])
  })

  it('is none in Turkish where nobody is asked', () => {
    expect(plain('gönderir devlet', 'tr')).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellingsOf } from '../../src/language/spellings.ts'
import { readTerms } from '../../src/language/terms.ts'

/** Returns the forms that a typed word may have in the index. */
const forms = (typed: string, language: string): string[] =>
  [typed, ...spellingsOf(typed, language)].flatMap((word) => readTerms(word, language).words)

describe('spellings of what is looked for', () => {
  it.each([
    ['es', 'nacion', 'nación'],
    ['es', 'elecciones', 'elección'],
    ['es', 'informacion', 'información'],
    ['es', 'información', 'INFORMACION'],
    ['es', 'policia', 'policía'],
    ['es', 'economia', 'economías'],
    ['es', 'turquia', 'Turquía'],
    ['es', 'compania', 'compañía'],
    ['es', 'frances', 'francés'],
    ['es', 'manana', 'mañana'],
    ['fr', 'élu', 'élus'],
    ['fr', 'élus', 'élu'],
    ['fr', 'élue', 'élus'],
    ['fr', 'élues', 'élu'],
    ['fr', 'elus', 'élue'],
    ['fr', 'securite', 'sécurité'],
    ['fr', 'refugies', 'réfugiée'],
    ['fr', 'depute', 'députés'],
    ['fr', 'deputee', 'député'],
    ['fr', 'vendues', 'vendu'],
    ['de', 'buerger', 'Bürger'],
    ['de', 'bürger', 'Buerger'],
    ['de', 'haeuser', 'Häuser'],
    ['de', 'oel', 'Öl'],
    ['de', 'aussenminister', 'Außenminister'],
    ['de', 'fluechtlinge', 'Flüchtling'],
  ])('in %s, “%s” meets “%s”', (language, typed, written) => {
    expect(forms(typed, language)).toContain(readTerms(written, language).words[0])
  })

  it.each([
    ['es', 'nigeria', 'Níger'],
    ['es', 'francia', 'Franco'],
    ['es', 'siria', 'sir'],
    ['fr', 'paris', 'par'],
    ['fr', 'abus', 'Abu'],
    ['fr', 'abu', 'abus'],
    ['de', 'mauer', 'Mär'],
    ['de', 'schon', 'Schoen'],
    ['en', 'buerger', 'Bürger'],
  ])('in %s, “%s” does not meet “%s”', (language, typed, written) => {
    expect(forms(typed, language)).not.toContain(readTerms(written, language).words[0])
  })

  it('are few, and another way to write it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('es', 'fr', 'de', 'tr'),
        fc.string({ unit: 'grapheme' }),
        (language, word) => {
          const others = spellingsOf(word, language)
          expect(others.length).toBeLessThanOrEqual(4)
          expect(others).not.toContain(word)
        },
      ),
    )
  })
})

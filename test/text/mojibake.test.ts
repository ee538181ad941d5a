import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSpoiled, mendMojibake } from '../../src/text/mojibake.ts'

/** Decodes a text's UTF-8 as another character set, as broken software does. */
const misread = (text: string, charset: string): string => new TextDecoder(charset).decode(Buffer.from(text))
/** The same with real Latin-1, where bytes become control characters. */
const misreadAsLatin1 = (text: string): string => Buffer.from(text).toString('latin1')

describe('mendMojibake', () => {
  it.each([
    ['en', 'The mayor’s boats — “all nine” — cost €4m…'],
    ['fr', 'Le maire « a coulé » les péniches d’août à Évreux, ça suffit.'],
    ['es', '¿Cuántos años? El niño llegó ayer, según Martínez.'],
    ['de', 'Die Bürger außerhalb der Straße fürchten „Übles“.'],
    ['tr', 'Dağdaki ışıkları gördü; şoför Çağlar için üzüldü.'],
    ['pl', 'Książę gładził łódź źdźbłem.'],
    ['ru', 'Плотина прорвалась в понедельник, и река поднялась.'],
    ['uk', 'Гребля прорвалась у понеділок, її шукають.'],
    ['ar', 'وصل الوفد إلى المدينة مساء الاثنين.'],
    ['fa', 'رودخانه دیروز بالا آمد.'],
    ['zh', '他来了。他走了！'],
    ['emoji', 'Boats 🚤🚤 came.'],
  ])('reads what was taken for Windows-1252 or Latin-1 (%s)', (_, text) => {
    expect(mendMojibake(misread(text, 'windows-1252'))).toBe(text)
    expect(mendMojibake(misreadAsLatin1(text))).toBe(text)
  })

  it('reads Russian that was taken for Windows-1251', () => {
    const text = 'Плотина прорвалась в понедельник.'
    expect(mendMojibake(misread(text, 'windows-1251'))).toBe(text)
  })

  it('reads what was spoiled twice', () => {
    const twice = misread(misread('The mayor’s café', 'windows-1252'), 'windows-1252')
    expect(mendMojibake(twice)).toBe('The mayor’s café')
  })

  it('mends the spoiled half of a text and leaves the good half', () => {
    expect(mendMojibake('Guantánamo: Hassan\u00e2\u0080\u0099s lawyers')).toBe('Guantánamo: Hassan’s lawyers')
  })

  it('reads quotation marks that were taken for control characters', () => {
    expect(mendMojibake('the \u0093old\u0094 dam \u0096 closed')).toBe('the “old” dam – closed')
  })

  it.each([
    'Elle va à « Évreux », dit-il à « Élise ».',
    'Il va à\u00a0«\u00a0Évreux\u00a0», au «\u00a0CAFÉ\u00a0».',
    '«IRMû e “PORTÔ, ‘MAMÒ, de São João.',
    'Ein „Ä“ und ein „Ö“, in ÖSTERREICH–SÜD.',
    'Floden ”Å” i Malmö, på ön.',
    'Он сказал: «Россия – РФ», СССР – нет.',
    'Ïle, naïve, Ångström, Citroën, Curaçao: 30 °C, ½, ©, ™.',
    'رودخانه‌ها «بالا» آمدند.',
  ])('leaves what is meant: %s', (text) => {
    expect(mendMojibake(text)).toBe(text)
  })

  it('never harms plain English, and mends once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(mendMojibake(text)).toBe(text)
      }),
    )
    const letters = fc.constantFrom(...Array.from('aéÃÂ©â€™Ðа±Р°»« \u0080\u00a0Ñ\u009f'))
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        expect(mendMojibake(text).length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('isSpoiled', () => {
  it('tells what no reader can read from what looks odd', () => {
    expect(isSpoiled('The mayor�s boats')).toBe(true)
    expect(isSpoiled('The mayorâ€™s boats')).toBe(true)
    expect(isSpoiled('The mayor’s boats at 30 °C')).toBe(false)
  })
})

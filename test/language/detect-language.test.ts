import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/language/detect-language.ts'
import { readText } from '../../src/language/read-text.ts'

const detect = (text: string, known?: string): string => detectLanguage(text, readText(text).folded, known)

describe('the language of a text', () => {
  it('is the source’s where a few letters tell nothing', () => {
    expect(detect('Gol!', 'tr')).toBe('tr')
    expect(detect('Almanya', 'tr')).toBe('tr')
  })

  it('is the source’s where a headline of names might be in several', () => {
    expect(detect('Norkraft declares bankruptcy')).toBe('es')
    expect(detect('Norkraft declares bankruptcy', 'en')).toBe('en')
  })

  it.each([
    ['en', 'Chelsea beat Juventus in London'],
    ['en', 'Al-Nassr beat Al-Hilal in Riyadh'],
    ['en', 'Netanyahu lands in Budapest'],
    ['es', 'El Barcelona gana al Liverpool en la Champions'],
    ['de', 'Merz trifft Macron in Paris'],
    ['ro', 'Trenul a intrat în gară'],
    ['nl', 'Ajax wint van Feyenoord in Rotterdam'],
    ['it', 'Juventus batte il Chelsea a Londra'],
    ['ms', 'Kereta api tiba lewat di Kuala Lumpur'],
  ])('is %s by the small words among names: %s', (language, title) => {
    expect(detect(title)).toBe(language)
  })

  it('is not the source’s where script or words say otherwise', () => {
    expect(detect('Плотина прорвалась', 'en')).toBe('ru')
    expect(detect('La presa de Vik se rompió el lunes', 'en')).toBe('es')
    expect(detect('Гребля над Віком прорвалася, і люди чекають на допомогу', 'ru')).toBe('uk')
  })

  it('is its own, whatever its source writes else', () => {
    const text =
      'Le gouvernement a présenté jeudi son projet de budget. Les députés doivent en débattre la semaine prochaine, puis le Sénat ' +
      'aura quinze jours pour se prononcer. La ministre des finances a promis que les impôts des ménages ne bougeraient pas.'
    expect(detect(text, 'en')).toBe('fr')
    expect(detect(text)).toBe('fr')
  })

  it('is not that of a foreign name with which the text opens', () => {
    const text =
      'The Importance of Being There and What Became of It heißt der Film, der am Donnerstag in die Kinos kommt. Die Regisseurin ' +
      'hat dafür drei Jahre lang mit Fischern gelebt, die von dem leben, was das Meer ihnen lässt, und sie nach ihren Kindern gefragt.'
    expect(detect(text)).toBe('de')
    expect(detect(text, 'de')).toBe('de')
  })

  it.each([
    [
      'da',
      'Regeringen vil give kommunerne flere penge til de små skoler. Det sagde ministeren på et møde i Odense, hvor lærerne har ventet på svar ' +
        'siden foråret, og hvor forældrene er bange for at flere af skolerne på øerne bliver lukket til sommer.',
    ],
    [
      'ca',
      'El govern ha presentat els comptes de l’any que ve, amb més diners per als hospitals i les escoles. Els partits de l’oposició diuen que ' +
        'no n’hi ha prou i que els votaran en contra si no s’hi fan canvis abans que acabi el mes.',
    ],
    [
      'bg',
      'Правителството прие бюджета за следващата година, в който има повече пари за болниците и училищата. Опозицията казва, че те не стигат ' +
        'и че ще гласува против, ако до края на месеца не бъдат направени промени.',
    ],
  ])('is %s, not that of a neighbour whose words we know', (language, text) => {
    expect(detect(text)).toBe(language)
  })

  it('is English also of an article on war, though German has the same word', () => {
    const text =
      'War veterans die alone, war widows say: war pensions paid late, war graves neglected, war museums shut. The ministry says that ' +
      'it has begun to pay what is owed, and that those who have waited since spring will be paid before the end of the year.'
    expect(detect(text)).toBe('en')
  })
})

import { describe, expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger()

/** Language, headline, and its first topic ("" for none). */
const HEADLINES: readonly (readonly [language: string, title: string, topic: string])[] = [
  ['ru', 'Учения НАТО начались в Польше', '11'],
  ['ru', 'Военные учения начались у границы', '16'],
  ['ru', 'Ученые нашли новую планету', '13'],
  ['tr', 'Ordu’da sel: üç kişi kayıp', '03'],
  ['tr', 'Tatbikat sınırda başladı', '16'],
  ['fr', 'Des villages évacués après les inondations', '03'],
  ['fr', 'RDC : le M23 avance vers Uvira', ''],
  ['ar', 'الأردن يستدعي سفيره', '11'],
  ['ar', 'الحوثيون يعلنون استهداف سفينة', '16'],
  ['fa', 'ترکیه و گرجستان توافق کردند', '11'],
  ['fa', 'رزمایش در مرز آغاز شد', '16'],
  ['en', 'Jordan Henderson signs for Brentford', '15'],
  ['en', 'Marisol Quandt returns to Vik', ''],
  ['uk', 'Військові навчання почалися на кордоні', '16'],
  ['de', 'Botschafter einbestellt', '11'],
  ['es', 'Maniobras en la frontera', '16'],
  ['he', 'הממשלה אישרה את תקציב המדינה והאופוזיציה תצביע נגד', '11'],
  ['pl', 'Sąd skazał oskarżonego o zabójstwo na dożywocie', '02'],
  ['it', 'La squadra vince la partita con due gol nel finale', '15'],
  ['pt', 'O banco central subiu a taxa de juros para conter a inflação', '04'],
  ['zh', '科学家发现新的行星', '13'],
  ['ja', '首相は選挙で議会の過半数を失った', '11'],
  ['hi', 'अस्पताल में मरीजों के इलाज के लिए नए डॉक्टर और टीके', '07'],
]

describe('the topic of a headline', () => {
  it.each(HEADLINES)('%s: %s → %s', (language, title, topic) => {
    const [first] = tagger.tag({ title, text: '', language }).topics
    expect(first?.code.slice(7, 9) ?? '').toBe(topic)
  })
})

it('says more early in a text than behind its first hundred words', () => {
  const match = 'The goalkeeper and the striker played football in the stadium.'
  const trial = 'The court jailed the burglar after the trial, said the judge.'
  const between = 'Nobody knew why they had come here so late. '.repeat(13)
  const [early, late] = [`${match} ${between} ${trial}`, `${trial} ${between} ${match}`].map(
    (text) => tagger.tag({ title: '', text, language: 'en' }).topics[0],
  )
  expect([early?.code, late?.code]).toEqual(['medtop:15000000', 'medtop:15000000'])
  expect(early?.score).toBeGreaterThan(late?.score ?? 1)
})

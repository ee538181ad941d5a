import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../src/summaries/boilerplate.ts'
import { isDangling } from '../../src/summaries/dangling.ts'
import { skipDateline } from '../../src/summaries/dateline.ts'

describe('isBoilerplate', () => {
  it.each([
    'Read more: Ten photos of the flood.',
    'Follow us on Twitter and Facebook.',
    'The Norwire agency contributed to this report.',
    'FILE - In this May 4, 2021, file photo, the dam stands above Vik.',
    'Rescuers carry a boat in Vik, Norway, May 4, 2026.',
    'The mayor (2nd R) is seen in the valley before the storm.',
    '(Reporting by Kari Moen; Editing by Ola Berg)',
    'To contact the reporter on this story: Kari Moen at kmoen@example.org.',
    'This article was amended on 9 April to correct the toll.',
    '© 2026 Norwire. All rights reserved.',
    'Об этом сообщает пресс-служба ведомства.',
    'ЛОНДОН, 10 июля, Норвайр.',
    'Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter.',
    'Haberin devamı için tıklayın.',
    'تابعونا على فيسبوك وتويتر.',
    'بیشتر بخوانید: سیل در شهر ویک.',
    'Cet article est réservé aux abonnés.',
    'Lesen Sie auch: Der Damm von Vik.',
    'UPDATE: May 4, 11:35 a.m.: This post has been updated to reflect the new toll.',
    'Матеріали з позначкою «Партнер» публікуються на правах реклами.',
    'Norkraft and NVE Fail to Protect Public From Ageing Dams',
    'Norkraft Nord B.V., Norkraft Holding Coöp. U.A., "Норкрафт Финанс Б.В.", "Норкрафт Холдинг Кооператив".',
  ])('knows page furniture: %s', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(true)
  })

  it.each([
    'Photo evidence shows that the gates were open.',
    'The company said on its Facebook page that the gates were tested.',
    'Sixteen people were killed when the helicopter fell into the sea on Wednesday, April 1, 2009.',
    'A woman was seen in the valley after the storm.',
    'Subscribers of the service lost their connection for two hours.',
    'Как сообщает агентство, дамба прорвалась в понедельник утром.',
    'Reklam yasağı pazartesi günü yürürlüğe girdi.',
    'تابع الرئيس الاجتماع من مكتبه في العاصمة.',
    'Die Anzeige gegen den Minister wurde zurückgezogen.',
    'Kari Moen met Ola Berg and Prime Minister Erna Lund in Oslo.',
  ])('leaves news alone: %s', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(false)
  })
})

describe('skipDateline', () => {
  it.each([
    ['CAIRO (Reuters) - The river rose.', 'The river rose.'],
    ['(CNN) -- The river rose.', 'The river rose.'],
    ['(CNN)The river rose.', 'The river rose.'],
    ['UNITED NATIONS — The river rose.', 'The river rose.'],
    ['KANSAS CITY, Kan. (AP) — The river rose.', 'The river rose.'],
    ['VIK, Norway â\u0080\u0094 The river rose.', 'The river rose.'],
    ['20:02, 9 Июль, 2018 Река поднялась.', 'Река поднялась.'],
    ['20 July 2014 \u0096 The river rose.', 'The river rose.'],
    ['— The river rose.', 'The river rose.'],
    ['9 May 2014 Moscow marched.', '9 May 2014 Moscow marched.'],
    ['МОСКВА, 3 мая. /ТАСС/. Река поднялась.', 'Река поднялась.'],
    ['İSTANBUL (AA) - Nehir yükseldi.', 'Nehir yükseldi.'],
    ['القاهرة (رويترز) - ارتفع النهر.', 'ارتفع النهر.'],
    ['تهران - ایرنا - رودخانه بالا آمد.', 'رودخانه بالا آمد.'],
    ['The river - long tame - rose.', 'The river - long tame - rose.'],
    ['NATO said the river rose.', 'NATO said the river rose.'],
  ])('%s', (sentence, told) => {
    expect(sentence.slice(skipDateline(sentence, 0, sentence.length))).toBe(told)
  })
})

describe('isDangling', () => {
  it.each([
    ['en', 'He said the river rose.'],
    ['en', '"It was loud," she said.'],
    ['en', '"The healing begins now."'],
    ['en', 'The other two were found on Tuesday.'],
    ['en', '“There is no one,” he whispered, hoarsely.'],
    ['en', 'Oslo called it a deliberate act.'],
    ['en', 'The news of the breach came as the valley slept.'],
    ['en', 'The announcement follows months of rain.'],
    ['en', 'Many then fled into the hills.'],
    ['tr', 'Bu karar pazartesi açıklandı.'],
    ['ru', 'Он добавил, что река поднялась.'],
    ['uk', 'Про це він сказав у понеділок.'],
    ['fr', 'Il a précisé que le fleuve montait.'],
    ['de', 'Dabei kamen neun Menschen ums Leben.'],
    ['ar', 'وأضاف أن النهر ارتفع.'],
    ['fa', 'وی افزود رودخانه بالا آمد.'],
  ])('hears that it leans on another sentence (%s): %s', (language, sentence) => {
    expect(isDangling(sentence, language)).toBe(true)
  })

  it.each([
    ['en', 'This week the river rose by two metres.'],
    ['en', 'Theresa Moen said the river rose.'],
    ['en', 'The announcement of the mayor surprised Norkraft, which called it wrong.'],
    ['tr', 'Bursa Valisi nehrin yükseldiğini söyledi.'],
    ['ru', 'Онега поднялась на два метра.'],
    ['fr', 'Ilhan Demir a vu monter le fleuve.'],
    ['ar', 'ارتفع النهر مترين يوم الاثنين.'],
  ])('lets stand what stands alone (%s): %s', (language, sentence) => {
    expect(isDangling(sentence, language)).toBe(false)
  })
})

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
    ['en', 'Another was found in the valley.'],
    ['en', 'Both men were held in Vik and Oslo.'],
    ['en', 'So the river rose.'],
    ['en', 'In response, the mayor closed the bridge.'],
    ['de', 'Das sagte Bürgermeisterin Moen am Montag.'],
    ['de', 'Das könne Norkraft nicht bestätigen.'],
    ['de', 'Das ist der höchste Pegel seit 1990.'],
    ['de', 'Diese Entscheidung fiel am Montag.'],
    ['nl', 'Het gaat om een dam van veertig jaar oud.'],
    ['es', 'Este fallo llegó el lunes.'],
    ['es', 'Se trata de una presa de 1990.'],
    ['fr', 'Là-bas, le fleuve a monté.'],
    ['tr', 'Bu aylık rapor pazartesi açıklandı.'],
    ['ru', 'Оба признали вину.'],
    ['ru', 'Обе стороны подписали договор.'],
    ['uk', 'Обидва визнали провину.'],
    ['ar', 'وفي المقابل، أعلن رئيس البلدية الطوارئ.'],
    ['ar', 'هذا القرار صدر يوم الاثنين.'],
    ['fa', 'این تصمیم دوشنبه اعلام شد.'],
    ['fa', 'پس از آن رودخانه بالا آمد.'],
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
    ['en', 'This Monday the river rose by two metres.'],
    ['en', 'Another Norwegian dam broke above Vik.'],
    ['en', 'Both Houses of Parliament passed the dam bill.'],
    ['en', 'Neither Norway nor Sweden opened the gates.'],
    ['en', 'So far this spring nine dams have burst in Norway.'],
    ['en', 'Then-Mayor Ola Berg signed the dam bill.'],
    ['en', 'In response to the flood, Norway closed nine dams.'],
    ['de', 'Das Landgericht Vik hat die Klage abgewiesen.'],
    ['de', 'Das norwegische Militär hat zwei Boote geschickt.'],
    ['de', 'Das letzte gestrandete Boot verließ Vik.'],
    ['de', 'Diese Woche stieg der Fluss um zwei Meter.'],
    ['nl', 'Het kabinet stuurt twee boten naar Vik.'],
    ['nl', 'Deze week steeg de rivier twee meter.'],
    ['es', 'Este martes la alcaldesa Moen firmó la ley en Vik.'],
    ['es', 'Esta madrugada el río subió dos metros.'],
    ['es', 'Se registró una crecida en el valle de Vik.'],
    ['fr', 'Ce mardi, la maire Moen a signé la loi à Vik.'],
    ['fr', 'Ce matin, le fleuve a monté de deux mètres.'],
    ['pt', 'Este ano o rio subiu dois metros em Vik.'],
    ['it', 'Questa settimana il fiume è salito di due metri.'],
    ['tr', 'Bu sabah Vik’te baraj yıkıldı.'],
    ['tr', 'Bu yılın ilk seli Vik’i vurdu.'],
    ['tr', 'Hem Norveç hem İsveç tekne gönderdi.'],
    ['ru', 'Оба водолаза погибли под плотиной в Вике.'],
    ['ru', 'Этой ночью река поднялась на два метра.'],
    ['uk', 'Обидва водолази загинули під греблею.'],
    ['uk', 'Цього тижня річка піднялася на два метри.'],
    ['ar', 'هذا الأسبوع ارتفع النهر مترين.'],
    ['ar', 'وفي أوسلو، أعلن رئيس الوزراء الطوارئ.'],
    ['fa', 'این هفته رودخانه دو متر بالا آمد.'],
    ['fa', 'پس از شکستن سد، نه نفر در ویک ناپدید شدند.'],
  ])('lets stand what stands alone (%s): %s', (language, sentence) => {
    expect(isDangling(sentence, language)).toBe(false)
  })
})

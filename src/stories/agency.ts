/**
 * The news agency that a text credits as its origin ("(Reuters)", "ANKARA (AA) -", "— AP"), or null. Being quoted inside a
 * sentence ("Reuters reported") is no credit. Looks at the first and the last 300 characters only.
 */
export function creditedAgency(text: string): string | null {
  if (text === '') return null
  return signed(text.slice(0, CREDIT_REACH), HEAD_FORMS) ?? signed(text.slice(-CREDIT_REACH), TAIL_FORMS)
}

const CREDIT_REACH = 300

/** Agencies that are not listed, when their name says what they are: "Meridian News Agency". */
const SAYS_AGENCY =
  /^\p{Lu}[\p{L} ]{1,24} (?:News Agency|Press Agency|Agency|Nachrichtenagentur|Presseagentur|Haber Ajansı|Ajansı)$|^(?:Agence|Agencia|Agenzia|Agência|Агентство|وكالة|خبرگزاری) [\p{L} ]{2,24}$/u

function signed(part: string, forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    for (const match of part.matchAll(form)) {
      const signature = (match[1] ?? '').trim()
      const agency = AGENCY_BY_SIGNATURE.get(signature)
      if (agency !== undefined) return agency
      if (SAYS_AGENCY.test(signature)) return signature
    }
  }
  return null
}

/** Every form is bounded, so that matching is linear; what it captures counts only when an agency signs so. */
const HEAD_FORMS: readonly RegExp[] = [
  // CITY, March 3 (AGENCY) - …
  /(?<=^[^\n]{0,80}(?:^|[\s,.、，]))[([（]([^()[\]（）\n]{2,40})[)\]）]/gu,
  // CITY, 3 March. /AGENCY/. …
  /(?<=^[^\n]{0,60}[\s.])\/([^/\n]{2,40})\//gu,
  // CITY – AGENCY – …, and CITY — AGENCY. …
  /^[^\n.!?]{0,60}?[-–—]\s?([^-–—.\n]{2,40}?)\s?[-–—.]/gu,
  // AGENCY - …, AGENCY: …
  /^([^-–—:/|\n]{2,40}?)\s?[-–—:/|]/gu,
  // By AGENCY, on a line of its own
  /^(?:By|Von|Par|De|Da)\s([^\n]{2,40})(?:\n|$)/giu,
  // CITY, AGENCY. - …
  /^[^\n]{0,40}?[,，]\s?([^,，\n]{2,40}?)\.?\s?[-–—]\s/gu,
  // AGENCY北京3月3日电 …
  /^(\p{Script=Han}{2,5}社)[^\n]{0,20}[电電]/gu,
]
const TAIL_FORMS: readonly RegExp[] = [
  /[([（]([^()[\]（）\n]{2,40})[)\]）]\s{0,5}\.?\s{0,5}$/gu,
  /[\s.]\/([^/\n]{2,40})\/\s{0,5}$/gu,
  /[-–—]\s?([^-–—.\n]{2,40}?)\.?\s{0,5}$/gu,
  /\n\s{0,5}([^\n/]{2,40}?)(?:\s?\/[^\n]{0,40})?\s{0,5}$/gu,
  /(?:Sources?|Quelle|Fuente|Fonte|Kaynak|Источник|Джерело|المصدر|منبع)\s?[:：]\s?([^\n]{2,40}?)\s{0,5}$/gu,
]

/** Each agency as it signs itself, in the scripts it signs in. */
const SIGNATURES: readonly (readonly [name: string, signatures: readonly string[]])[] = [
  ['Reuters', ['Reuters', 'Thomson Reuters', 'Рейтер', 'رويترز', 'رویترز', 'רויטרס', '路透社', 'ロイター']],
  [
    'AFP',
    [
      'AFP',
      'Agence France-Presse',
      'АФП',
      'أ ف ب',
      'أ.ف.ب',
      'ا ف ب',
      'فرانس برس',
      'خبرگزاری فرانسه',
      '法新社',
    ],
  ],
  [
    'AP',
    ['AP', 'Associated Press', 'The Associated Press', 'АП', 'أ ب', 'أسوشيتد برس', 'آسوشیتدپرس', '美联社'],
  ],
  ['AA', ['AA', 'Anadolu', 'Anadolu Agency', 'Anadolu Ajansı', 'الأناضول', 'وكالة الأناضول', 'آناتولی']],
  ['DHA', ['DHA', 'Demirören Haber Ajansı']],
  ['IHA', ['İHA', 'İhlas Haber Ajansı']],
  ['IRNA', ['IRNA', 'ایرنا', 'إرنا', 'ارنا']],
  ['ISNA', ['ISNA', 'ایسنا']],
  ['Tasnim', ['Tasnim', 'تسنیم', 'تسنيم']],
  ['Mehr', ['MNA', 'Mehr News', 'خبرگزاری مهر']],
  ['TASS', ['TASS', 'ITAR-TASS', 'ТАСС', 'ИТАР-ТАСС', 'تاس']],
  ['RIA Novosti', ['RIA Novosti', 'РИА Новости', 'RIA']],
  ['Sputnik', ['Sputnik', 'سبوتنيك', 'اسپوتنیک']],
  [
    'Interfax',
    ['Interfax', 'Интерфакс', 'Інтерфакс', 'Интерфакс-Украина', 'Інтерфакс-Україна', 'Interfax-Ukraine'],
  ],
  ['Ukrinform', ['Ukrinform', 'Укринформ', 'Укрінформ']],
  ['UNIAN', ['UNIAN', 'УНИАН', 'УНІАН']],
  ['Xinhua', ['Xinhua', 'Синьхуа', 'شينخوا', 'شینهوا', '新华社', '新華社']],
  ['dpa', ['dpa', 'DPA', 'Deutsche Presse-Agentur', 'د ب أ']],
  ['APA', ['APA']],
  ['ANSA', ['ANSA', 'Ansa']],
  ['EFE', ['EFE', 'Efe']],
  ['Europa Press', ['Europa Press', 'EUROPA PRESS', 'EP']],
  ['Lusa', ['Lusa', 'LUSA']],
  ['ANP', ['ANP']],
  ['Belga', ['Belga', 'BELGA']],
  ['Ritzau', ['Ritzau', 'ritzau']],
  ['NTB', ['NTB']],
  ['TT', ['TT']],
  ['PAP', ['PAP']],
  ['PA', ['PA', 'PA Media', 'Press Association']],
  ['UPI', ['UPI']],
  ['Bloomberg', ['Bloomberg']],
  ['Kyodo', ['Kyodo', '共同通信', '共同社', '共同']],
  ['Jiji', ['Jiji Press', '時事通信', '時事']],
  ['Yonhap', ['Yonhap', '연합뉴스', '韩联社']],
  ['PTI', ['PTI']],
  ['ANI', ['ANI']],
  ['IANS', ['IANS']],
  ['SANA', ['SANA', 'سانا']],
  ['KUNA', ['KUNA', 'كونا']],
  ['WAM', ['WAM', 'وام']],
  ['SPA', ['SPA', 'واس']],
  ['QNA', ['QNA', 'قنا']],
  ['Petra', ['Petra', 'بترا']],
  ['NNA', ['NNA', 'الوكالة الوطنية للإعلام']],
  ['WAFA', ['WAFA', 'وفا']],
  ['MENA', ['MENA', 'أ ش أ']],
  ['INA', ['INA', 'واع']],
  ['APS', ['APS', 'واج']],
]

const AGENCY_BY_SIGNATURE: ReadonlyMap<string, string> = new Map(
  SIGNATURES.flatMap(([name, signatures]) => signatures.map((signature) => [signature, name] as const)),
)

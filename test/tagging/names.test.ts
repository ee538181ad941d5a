import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const settings = loadSettings({ env: {} })
const tagger = createTagger({ names: settings.ok ? settings.settings.names : [] })
const people = (language: string, text: string): string[] =>
  tagger.tag({ title: '', text, language }).people.map(({ name }) => name)
const organisations = (language: string, text: string): string[] =>
  tagger.tag({ title: '', text, language }).organisations.map(({ name }) => name)

const told = (title: string, text: string): string[][] => {
  const tags = tagger.tag({ title, text, language: 'en' })
  return [tags.people, tags.organisations].map((names) => names.map(({ name }) => name))
}

const countries = (language: string, title: string, text = ''): string =>
  tagger
    .tag({ title, text, language })
    .countries.map(({ code, focus }) => (focus ? code : code.toLowerCase()))
    .join(' ')

describe('one name for all spellings', () => {
  it.each([
    ['en', 'Araghchi met reporters.'],
    ['en', 'Minister Abbas Araqchi met reporters.'],
    ['fa', 'عراقچی با خبرنگاران دیدار کرد.'],
    ['ar', 'التقى عباس عراقجي الصحفيين.'],
    ['tr', 'Abbas Arakçi’nin açıklaması bekleniyor.'],
    ['ru', 'Встречу с Аббасом Аракчи перенесли.'],
    ['de', 'Außenminister Abbas Araghtschi sprach lange.'],
  ])('%s: %s', (language, text) => {
    expect(people(language, text)).toEqual(['Abbas Araghchi'])
  })

  it.each([
    ['en', 'Badr Al Busaidi hosts the talks.', 'Badr Albusaidi'],
    ['ar', 'بدر البوسعيدي يستقبل نظيره.', 'Badr Albusaidi'],
    ['en', 'Abdul-Malik al-Houthi threatens ships.', 'Abdul-Malik al-Houthi'],
    ['ar', 'ألقى عبد الملك الحوثي خطابا.', 'Abdul-Malik al-Houthi'],
    ['ar', 'أعلن يحيى سريع استهداف سفينة.', 'Yahya Saree'],
    ['es', 'Santiago Abascal critica al Gobierno.', 'Santiago Abascal'],
    ['de', 'Weidel fordert eine Debatte.', 'Alice Weidel'],
    ['uk', 'Зустріч із Сікорським перенесли.', 'Radosław Sikorski'],
  ])('%s: %s → %s', (language, text, name) => {
    expect(people(language, text)).toEqual([name])
  })

  it.each([
    ['en', 'The UN said so.', ['UN']],
    ['fr', 'L’ONU l’a dit.', ['UN']],
    ['ru', 'В ООН подтвердили это.', ['UN']],
    ['ar', 'أكدت الأمم المتحدة ذلك.', ['UN']],
    ['tr', 'NATO’nun kararı bekleniyor.', ['NATO']],
    ['en', 'Who said so? The who, the what.', []],
    ['en', 'The WHO said so.', ['World Health Organization']],
  ])('%s: %s', (language, text, expected) => {
    expect(organisations(language, text)).toEqual(expected)
  })
})

it('tells nobody for whoever bears a listed family name at the start of a sentence', () => {
  expect(people('en', 'Sara Netanyahu opened the school.')).not.toContain('Benjamin Netanyahu')
  expect(people('en', 'Hopeful Netanyahu opened the school.')).toContain('Benjamin Netanyahu')
})

describe('people whom no list has', () => {
  it('stand in the text too where each word of the title has a capital', () => {
    const strike =
      'Dockers will walk out on Monday, their leaders said after talks with the port. The Harbor Workers Union wants more pay.'
    expect(told('Harbor Workers Union Tabbed to Lead Strike of Dalton County Docks', strike)).toEqual([
      [],
      ['Harbor Workers Union'],
    ])
    const trade =
      'The team may trade its goalkeeper this week, said coach Brenda Oakfield. Nobody has asked the goalkeeper yet.'
    expect(told('Otters Tabbed to Trade Their Goalkeeper', trade)).toEqual([['Brenda Oakfield'], []])
  })

  it('are told in Arabic without the “and” before them', () => {
    const text =
      'قال المدرب توماس بيلمان إن الفريق جاهز. ولعب في المباراة توماس بيلمان وجاستن هالدورف وروري ماكفيلد أمام الجمهور.'
    expect(people('ar', text)).toEqual(['توماس بيلمان', 'جاستن هالدورف', 'روري ماكفيلد'])
  })

  it('are no hotels and no corps', () => {
    expect(people('en', 'Orchid Hotel Dalwat shut down. The Chaplain Corps met.')).toEqual([])
  })

  it.each([
    ['en', 'A neighbour, Brenda Oakfield, saw the fire.', ['Brenda Oakfield']],
    ['en', 'A teacher, Abdul-Karim al-Iraqi, spoke first.', ['Abdul-Karim al-Iraqi']],
    ['en', 'Foreign Minister Ilka Vanterpool arrived early.', ['Ilka Vanterpool']],
    ['en', 'Wounded Mayor Is Back at Work in the valley, people said.', []],
    ['en', 'The Green River Bridge was closed.', []],
    ['en', 'Tommy Lee Hartley’ daughter was found, the police said.', ['Tommy Lee Hartley']],
    ['de', 'Der Liebesgarten des Malers Peter Paul Kremser steckt voller Rätsel.', ['Peter Paul Kremser']],
    ['en', 'They were told to go. Although Hartley said no, they stayed.', []],
    ['en', 'The Russian state news service RIA Novosti said so.', []],
    ['ru', 'Рейсы авиакомпаний Ryanair и Aer Lingus отменены.', []],
    ['ru', 'В середине XI века здесь появилось поверье.', []],
    ['uk', "Так сказав директор Шона О'Браєна.", ["Шон О'Браєн"]],
    ['fa', 'همچنین سفير والي ننگرهار نيز ضمن قدردانی از این کمک‌ها', []],
    ['en', 'Trump Jr. spoke after the meeting.', []],
    ['en', 'Mojtaba Khamenei was not there.', []],
    ['ru', 'С Борисом Камневым и Терезой Дуб говорили отдельно.', ['Борис Камнев', 'Тереза Дуб']],
    ['uk', 'Зустріч з Андрієм Кременем перенесли.', ['Андрій Кремень']],
    ['tr', 'Belediye Başkanı Kemal Tanrıverdi’nin açıklaması dün geldi.', ['Kemal Tanrıverdi']],
    ['fa', 'به گزارش خبرگزاری‌ها، حسین کاظمی‌فر، سخنگوی وزارت راه، گفت کار آغاز می‌شود.', ['حسین کاظمی‌فر']],
    ['ar', 'أكد المتحدث باسم الشركة سمير الزهراني أن العمل مستمر.', ['سمير الزهراني']],
    ['he', 'חבר הכנסת דוד ברקוביץ התנגד לה.', ['דוד ברקוביץ']],
  ])('%s: %s', (language, text, expected) => {
    expect(people(language, text)).toEqual(expected)
  })
})

describe('organisations whom no list has', () => {
  it('are told by their kind and by capitals', () => {
    const text = 'A spokesman for the Northfield Police Department said so on Monday.'
    expect(organisations('en', text)).toEqual(['Northfield Police Department'])
  })
})

describe('a listed family name that is an ordinary word too', () => {
  it.each([
    ['fa', 'استفاده از ماسک در مدارس اجباری است.', []],
    ['fa', 'مودیان مالیاتی تا پایان ماه فرصت دارند اظهارنامه خود را ارائه کنند.', []],
    ['fa', 'ایلان ماسک گفت شرکت او سال آینده فضاپیما می‌سازد. ماسک افزود که این کار گران است.', ['Elon Musk']],
  ])('%s: %s', (language, text, expected) => {
    expect(people(language, text)).toEqual(expected)
  })

  it('is not its bearer in a longer name of somebody else', () => {
    expect(people('fa', 'به گفته نصرالله بهدادیان مدیر کتابخانه، کتاب‌ها به شهر رسید.')).toEqual([
      'نصرالله بهدادیان',
    ])
  })

  it('is no organisation by an ending of nationalities', () => {
    expect(organisations('fa', 'دولت ناتوان از پرداخت حقوق کارکنان خود بود.')).toEqual([])
  })
})

describe('the country of a leader', () => {
  it.each([
    ['en', 'Netanyahu dismisses defence minister', 'IL'],
    ['en', 'Zelensky replaces army chief', 'UA'],
    ['en', 'Xi calls for self-reliance', 'CN'],
    ['de', 'Bundeskanzler Friedrich Merz trifft Emmanuel Macron', 'DE FR'],
    ['ru', 'Зеленский сменил главкома', 'UA'],
    ['uk', 'Зустріч із Зеленським перенесли', 'UA'],
    ['ar', 'نتنياهو يقيل وزير الدفاع', 'IL'],
    ['tr', 'Erdoğan bakanları topladı', 'TR'],
  ])('%s: %s → %s', (language, title, expected) => {
    expect(countries(language, title)).toBe(expected)
  })

  it('is told where a title has Capitals Throughout, unless a first name or the text says otherwise', () => {
    expect(countries('en', 'Judge Blocks Trump From Closing Parks')).toBe('US')
    expect(countries('en', 'Judge Blocks Mary Trump From Closing Parks')).toBe('')
    const title = 'Guards Hail Mojtaba Khamenei as Heir'
    expect(countries('en', title, 'Mojtaba Khamenei was hailed on Monday.')).toBe('')
  })

  it('says nothing where a country is named', () => {
    expect(countries('en', 'Chancellor Merz warns Moscow')).toBe('RU')
    expect(countries('en', 'Quake in Peru', 'Trump and Macron sent word.')).toBe('PE')
  })

  it('is told from a title that names none, whatever the text names', () => {
    expect(countries('en', 'Trump orders a review', 'Officials in Canada and Mexico waited.')).toBe(
      'US CA MX',
    )
  })

  it('is marked, for who leads a country speaks of others too', () => {
    const { countries } = tagger.tag({
      title: 'Trump orders a review',
      text: 'Canada waited.',
      language: 'en',
    })
    expect(countries.map(({ code, byLeader }) => [code, byLeader])).toEqual([
      ['US', true],
      ['CA', undefined],
    ])
  })

  it('is not that of who once was one, nor of a town with a leader’s name', () => {
    expect(countries('en', 'Scholz writes a book')).toBe('')
    expect(people('en', 'The walls of Xi’an were closed on Monday.')).toEqual([])
  })
})

it('takes a nationality inside a listed name for a part of the name', () => {
  const text = 'استقبل رئيس الوزراء العراقي محمد شياع السوداني الوفد، وقال السوداني إن الزيارة مهمة.'
  const { countries } = tagger.tag({ title: '', text, language: 'ar' })
  expect(countries.map(({ code }) => code)).toEqual(['IQ'])
})

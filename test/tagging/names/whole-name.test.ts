import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const people = (language: string, text: string, title = ''): string[] =>
  tagger.tag({ title, text, language }).people.map(({ name }) => name)

describe('a name is told whole', () => {
  it.each([
    ['en', 'Our correspondent Brenda Holloway-Marsh has more.', 'Brenda Holloway-Marsh'],
    ['en', 'The team was led by Cho Eun-gil. The detention of the others ends on Monday.', 'Cho Eun-gil'],
    [
      'en',
      'The scholars still quote their imam, Omar ibn Karim Talib, in most of the books that they write.',
      'Omar ibn Karim Talib',
    ],
    ['ar', 'كشف الدكتور أحمد عبد الجسر رئيس هيئة الأرصاد الجوية السابق.', 'أحمد عبد الجسر'],
    ['ar', 'بحث الرئيس أمس مع القائمة بأعمال السفير، كارين هولبروك، «الشراكة القائمة».', 'كارين هولبروك'],
    ['ar', 'صرَّح السفير أحمد أبو الجسر المتحدث الرسمي ومدير إدارة المكتبات.', 'أحمد أبو الجسر'],
    ['fa', 'به گزارش خبرنگاران، محمد کریمی‌نژاد مدیر کتابخانه گفت.', 'محمد کریمی‌نژاد'],
    ['fa', 'به گزارش خبرنگاران، محمد کریمی فر مدیر کتابخانه گفت.', 'محمد کریمی فر'],
    ['fa', 'سید روح الله ملک‌حسینی افزود: کتابخانه بسته است.', 'روح الله ملک‌حسینی'],
    ['he', "ראש העיר דיבר עם ג'ק הולברוק, מנהל הספרייה.", "ג'ק הולברוק"],
    ['ru', 'Об этом сегодня объявит Тереза \u200b\u200bХолбрук.', 'Тереза Холбрук'],
    ['uk', 'Депутат Андрій Коваль-Мельник подав пропозицію.', 'Андрій Коваль-Мельник'],
    ['pl', 'W studiu prowadząca rozmawiała z Agnieszką Nowak-Zarębą o książkach.', 'Agnieszka Nowak-Zaręba'],
  ])('%s: %s', (language, text, expected) => {
    expect(people(language, text)).toEqual([expected])
  })
})

describe('a name is told without what stands beside it', () => {
  it.each([
    ['en', 'The barrister Martin Oakfield KC (pictured) said that the case was over.', ['Martin Oakfield']],
    ['en', 'The head of the hospital is Dame Sarah Holloway, a former nurse.', ['Sarah Holloway']],
    ['en', 'Nobody has seen Emperor Naruteno and his family since the storm reached the palace.', []],
    ['en', 'The film about the pig will be shown on Nick Jr on Sunday, and on no other channel.', []],
    ['en', 'Traffic stood still in Sydney CBD on Friday, and many people had to walk home.', []],
    ['ar', 'يلتقي الوزير جورج هولبيو برئيس الوزراء اليوم.', ['جورج هولبيو']],
    ['he', 'הדיון נערך בפני עו"ד טארק הולברוק, שייצג בתיק את הנאשמת.', ['טארק הולברוק']],
    ['he', 'הוא שעבד במסירות שנים רבות בקריית גת, התמוטט בתום משחק.', []],
    ['he', 'איש המשק של קריית גת, אלי בן משה, זויף.', []],
    ['tr', "Rakip başkan bana 'Ali Bey, yanında çalışanlara tazminat ödemiyor mu?' diyor.", []],
    ['fa', 'مدیرعامل شرکت برهان مبین گفت: بلیت‌های جعلی هیچ ارتباطی به سامانه نداشته است.', []],
    ['ru', 'Об этом говорили на площади. Сам Хант заявил, что для него это честь.', []],
    ['ru', 'Об этом сообщает газета со ссылкой на \u0421atholic \u041derald и других.', []],
    ['ru', 'В убийстве аспирантки СПбГУ Анастасии Лещенко никто не признался.', ['Анастасия Лещенко']],
    ['ru', 'Следователи рассказали об избиении доцентом СПбГУ Лебедевым.', []],
    ['fa', 'سید ناصر کریمی مدیرکل کتابخانه‌های استان امروز سخن گفت.', ['ناصر کریمی']],
    ['fa', 'ناصر کرامتی مدیرکل فرهنگ، در نشست کتابخانه گفت.', ['ناصر کرامتی']],
    ['fa', 'دبیر انجمن این استان خبر داد. سهیل بهنوش امروز در گفت‌وگو با خبرنگار گفت.', ['سهیل بهنوش']],
    ['ru', '«Мы не ждем сотрудничества», — Грушко Газета.ru. цитирует его.', []],
    ['fa', 'امیرحسین بهداد اظهار داشت: تا پایان بهمن‌ماه کتابخانه بسته است.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(people(language, text)).toEqual(expected)
  })

  it('where a dash parts two names', () => {
    const text =
      'Jon Holloway - Jon Holloway: the actor will show his film on Friday, and many people wait for it.'
    expect(people('en', text)).toEqual(['Jon Holloway'])
  })

  it('without a preposition that a title writes with a capital', () => {
    const title = 'Gliders Coach Addresses Future Amid Travis Holloway Retirement Report'
    const text = 'Travis Holloway has not said whether he will retire.'
    expect(people('en', text, title)).toEqual(['Travis Holloway'])
  })

  it('in a title with each word in capitals by what the text names', () => {
    const record = 'The quarterback of the Otters set a record on Sunday.'
    expect(
      people('en', `${record} Holloway had waited for it.`, 'Brenda Holloway Sets Otters Record'),
    ).toEqual(['Brenda Holloway'])
    expect(people('en', `${record} He had waited for it.`, 'On His Last Day, Adams Drops From View')).toEqual(
      [],
    )
  })
})

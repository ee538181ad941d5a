import type { WishTexts } from './catalogues.ts'

/** What is wished for and how it is written; a part of `fa`. */
export const faWishes: WishTexts = {
  'keywords.empty': 'کلیدواژه‌ای نیست. این‌گونه بنویسید: غلات AND (کریدور OR توافق).',
  'keywords.quote': 'چند کلیدواژه را در گیومه بنویسید: {example}',
  'keywords.tooLong': 'این کلیدواژه‌ها {count, number} نویسه دارند؛ حداکثر {most, number} نویسه ممکن است.',
  'keywords.tooMany': 'کلیدواژه‌ها بیش از {most, number} تا هستند. مهم‌ترین‌ها را نگه دارید.',
  'keywords.tooDeep': 'پرانتزهای تودرتو زیاد است. ساده‌تر بنویسید.',
  'keywords.noLetters': 'در {near} حرف یا رقمی برای جست‌وجو نیست.',
  'keywords.bracket': 'در کلیدواژه‌ها پرانتزی کم یا زیاد است. هر پرانتز باز یک پرانتز بسته می‌خواهد.',
  'keywords.operator':
    'پیش از {near} واژه‌ای کم است. AND و OR و NOT میان واژه‌ها می‌آیند؛ برای جست‌وجوی خودشان آنها را در گیومه بگذارید.',
  'keywords.operatorAtEnd':
    'کلیدواژه‌ها با AND یا OR یا NOT پایان یافته‌اند. پس از آن واژه‌ای بنویسید، یا برای جست‌وجوی خودش آن را در گیومه بگذارید.',
  'sample.title': 'جهان در شمارهٔ نمونه',
  'wish.everything': 'همه چیز',
  'wish.all': 'همهٔ خبرها',
  'wish.sources': 'به روایت {names}',
  'wish.people': 'با نام {names}',
  'wish.languages': 'به زبان {names}',
  'wish.and': '؛ و ',
  'wish.keywords': 'با واژه‌های {keywords}',
  'form.short': 'کوتاه',
  'form.long': 'بلند',
  'form.stories': '{count, plural, one {حداکثر # خبر} other {حداکثر # خبر}}',
  'form.language': 'متن‌ها به {name}',
  'form.model': 'یک مدل می‌تواند جمله‌ها را برگزیند و کوتاه کند',
}

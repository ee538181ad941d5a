import type { WishTexts } from './catalogues.ts'

/** What is wished for and how it is written; a part of `ar`. */
export const arWishes: WishTexts = {
  'keywords.empty': 'لا كلمات للمتابعة. اكتبها هكذا: حبوب AND (ممر OR اتفاق).',
  'keywords.quote': 'اكتب الكلمات المفتاحية المتعددة بين علامتي اقتباس: {example}',
  'keywords.tooLong': 'عدد حروف هذه الكلمات {count, number}؛ الحد الأقصى {most, number}.',
  'keywords.tooMany': 'الكلمات أكثر من {most, number}. أبقِ أهمها.',
  'keywords.tooDeep': 'أقواس كثيرة داخل أقواس. اكتبها بصورة أبسط.',
  'keywords.noLetters': 'ليس في {near} حرف أو رقم يُبحث عنه.',
  'keywords.bracket': 'في الكلمات قوس ناقص أو زائد. لكل قوس مفتوح قوس مغلق.',
  'keywords.operator':
    'تنقص كلمة قبل {near}. مكان AND وOR وNOT بين الكلمات؛ ضعها بين علامتي تنصيص للبحث عنها.',
  'keywords.operatorAtEnd':
    'تنتهي الكلمات بـ AND أو OR أو NOT. اكتب كلمة بعدها، أو ضعها بين علامتي تنصيص للبحث عنها.',
  'sample.title': 'العالم في العدد النموذجي',
  'wish.everything': 'كل شيء',
  'wish.all': 'كل الأخبار',
  'wish.sources': 'من {names}',
  'wish.people': 'يرد فيه اسم {names}',
  'wish.languages': 'باللغة {names}',
  'wish.and': '؛ و',
  'wish.keywords': 'فيه الكلمات {keywords}',
  'form.short': 'قصيرة',
  'form.long': 'طويلة',
  'form.stories':
    '{count, plural, zero {بلا أخبار} one {خبر واحد على الأكثر} two {خبران على الأكثر} few {# أخبار على الأكثر} many {# خبرًا على الأكثر} other {# خبر على الأكثر}}',
  'form.language': 'النصوص بلغة: {name}',
  'form.model': 'يجوز لنموذج اختيار الجمل واختصارها',
}

import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const people = (language: string, text: string): string[] =>
  tagger.tag({ title: '', text, language }).people.map(({ name }) => name)

describe('people in letters without capitals', () => {
  it.each([
    ['fa', 'وی افزود: با ایجاد اشتغال مولد و پایدار در شهرستان، کارگاه‌ها باز می‌شوند.', []],
    ['fa', 'فرمانده مرزبانی گیلان از کشف کتاب‌ها خبر داد. مرزبانی گیلان افزود که گیلان آرام است.', []],
    ['fa', 'روح الله کرامتی نماینده شهر گفت: کتابخانه بسته است.', ['روح الله کرامتی']],
    ['he', 'חבר הכנסת דוד ברקוביץ התנגד לה.', ['דוד ברקוביץ']],
    ['ar', 'قال توم هولبروك، مدير المكتبة، إن المكتبة مغلقة.', ['توم هولبروك']],
    // The family name stands by itself, too.
    ['ar', 'عاد سفين كيستوف إلى القرية، وبقي كيستوف فيها.', ['سفين كيستوف']],
    ['fa', 'پل را توماس هولبروک ساخت و هولبروک رفت.', ['توماس هولبروک']],
    // The first word stands elsewhere, with other words behind it.
    ['ar', 'زار توم هولبروك الجسر. توم كبير و توم جميل.', ['توم هولبروك']],
    // The first word stands elsewhere without its prefix.
    [
      'ar',
      'خبير أرصاد يكشف الموعد. كشف الدكتور رئيس هيئة الأرصاد الجوية السابق وخبير الأرصاد، أن البلاد آمنة.',
      [],
    ],
    // A comma behind it, and nothing else.
    ['fa', 'در این نشست از برندل پارسکا، که کتاب تازه‌ای دارد، یاد شد.', ['برندل پارسکا']],
    // A form of address leads a name, an office what it is held of.
    ['fa', 'این طرح را دکتر پویا تبارکی در نشست توضیح داد.', ['پویا تبارکی']],
    ['fa', 'این جام را نماینده پیروز تهران به خانه برد.', []],
    ['fa', 'معاون بنیاد، پویا مهرورز، از مردم شهر قدردانی کرد.', ['پویا مهرورز']],
    // The second part of a compound word.
    ['fa', 'کار او پزشک‌یار ورزشی و مربی است.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(people(language, text)).toEqual(expected)
  })
})

/** The value of a number as it is written, in one spelling: "1,500" and "1 500" are "1500", "seven" is "7". */
export function numberValue(lower: string): string | undefined {
  if (/^\p{Nd}/u.test(lower)) {
    const plain = lower.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
    return plain
      .replace(/(?<=\d)[,.\u00a0\u202f ] ?(?=\d{3}(?!\d))/gu, '')
      .replace(/[.,]0+$/u, '')
      .replace(',', '.')
  }
  return SPELLED.get(lower)
}

/** Words for two to twelve and the tens, by language; "one" is a pronoun too often. Each list begins with two. */
const SMALL = [
  'two three four five six seven eight nine ten eleven twelve',
  'deux trois quatre cinq six sept huit neuf dix onze douze',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  'due tre quattro cinque sei sette otto nove dieci undici dodici',
  'dois três quatro cinco seis sete oito nove dez onze doze',
  'iki üç dört beş altı yedi sekiz dokuz',
  'два три четыре пять шесть семь восемь девять десять',
  'два три чотири пʼять шість сім вісім девʼять десять',
  'двух трех четырех пяти шести семи восьми девяти десяти',
  'دو سه چهار پنج شش هفت هشت نه ده',
]
const FURTHER: readonly (readonly [string, number])[] = [
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['dozen', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['vingt', 20],
  ['trente', 30],
  ['zwanzig', 20],
  ['dreißig', 30],
  ['veinte', 20],
  ['treinta', 30],
  ['двадцать', 20],
  ['тридцать', 30],
  ['двоих', 2],
  ['трое', 3],
  ['троих', 3],
  ['четверо', 4],
  ['on', 10],
  ['yirmi', 20],
  ['otuz', 30],
  ['kırk', 40],
  ['elli', 50],
  ['altmış', 60],
  ['اثنان', 2],
  ['اثنين', 2],
  ['ثلاثة', 3],
  ['ثلاث', 3],
  ['أربعة', 4],
  ['أربع', 4],
  ['خمسة', 5],
  ['خمس', 5],
  ['ستة', 6],
  ['سبعة', 7],
  ['ثمانية', 8],
  ['تسعة', 9],
  ['عشرة', 10],
  ['שניים', 2],
  ['שני', 2],
  ['שלושה', 3],
  ['ארבעה', 4],
  ['חמישה', 5],
]
/** Words that are numbers in one language and something else in another. */
const AMBIGUOUS = new Set(['second', 'on', 'sei', 'once', 'due', 'نه', 'ده'])

const SPELLED: ReadonlyMap<string, string> = new Map(
  [
    ...SMALL.flatMap((list) => list.split(' ').map((word, i): [string, string] => [word, String(i + 2)])),
    ...FURTHER.map(([word, value]): [string, string] => [word, String(value)]),
  ].filter(([word]) => !AMBIGUOUS.has(word)),
)

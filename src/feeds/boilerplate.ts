/**
 * Drops what software adds round a text, at its end: "The post … appeared first on …", "Continue reading", "Read more", and the
 * marks of a cut. Only whole closing paragraphs and closing phrases of a known form; never a sentence of the newsroom.
 */
export function withoutBoilerplate(text: string): string {
  const paragraphs = text.split('\n\n')
  while (paragraphs.length > 0) {
    const last = paragraphs.at(-1) ?? ''
    const rest = last.length <= MAX_LAST ? withoutTail(last) : last
    if (rest === last) break
    paragraphs.pop()
    if (rest !== '') paragraphs.push(rest)
  }
  return paragraphs.join('\n\n')
}

/** Patterns look at short paragraphs only, which also bounds their work. */
const MAX_LAST = 2000

function withoutTail(paragraph: string): string {
  for (const pattern of TAILS) {
    const at = paragraph.search(pattern)
    if (at >= 0) return paragraph.slice(0, at).trimEnd()
  }
  return paragraph
}

const MORE = [
  'continue reading',
  'read more',
  'read the full (?:story|article)',
  'read full (?:story|article)',
  'full story',
  'keep reading',
  'weiterlesen',
  'mehr lesen',
  'lire la suite',
  'leer más',
  'seguir leyendo',
  'sigue leyendo',
  'leggi tutto',
  'continua a leggere',
  'leia mais',
  'continue lendo',
  'lees meer',
  'devamını oku',
  'читать далее',
  'читати далі',
  'اقرأ المزيد',
  'ادامه مطلب',
  'קרא עוד',
].join('|')

const TAILS: readonly RegExp[] = [
  /(?:^|(?<=[.!?…»”")\]]\s{0,2}))the (?:post|article) .{1,400} (?:first )?appeared first on .{1,120}$/iu,
  /(?:^|(?<=[.!?…»”")\]]\s{0,2}))(?:la entrada|l'article|el artículo|der beitrag|o post|l'articolo|сообщение|запис) .{1,400} (?:se publicó primero en|est apparu en premier sur|erschien zuerst auf|apareceu primeiro em|proviene da|появились сначала на|з'явився спочатку на) .{1,120}$/iu,
  new RegExp(
    String.raw`(?:^|(?<=[.!?…»”")\]]\s{0,2}))[\[(]?(?:${MORE})(?:[.…:»›→> \])]{0,6}|[:\s].{0,160}(?:…|\.{3}|[»›→>]))$`,
    'iu',
  ),
  /\s?(?:\[(?:…|\.{3}|&hellip;)\]|\((?:more|mehr|suite)(?:…|\.{3})?\))$/iu,
]

/** What is wished for and how it is written; a part of `en`. */
export const enWishes = {
  'keywords.empty': 'There are no keywords. Write them as grain AND (corridor OR deal).',
  'keywords.quote': 'Write keywords of several words in quotes: {example}',
  'keywords.tooLong': 'These keywords have {count, number} characters; {most, number} are the most.',
  'keywords.tooMany': 'These are more than {most, number} keywords. Keep the ones that matter most.',
  'keywords.tooDeep': 'There are too many brackets inside brackets. Write it more simply.',
  'keywords.noLetters': '{near} has no letters or digits to look for.',
  'keywords.bracket': 'A bracket is missing or stands alone in the keywords. Each “(” needs its “)”.',
  'keywords.operator':
    'A word is missing before {near} in the keywords. AND, OR and NOT stand between words; quote them to look for them.',
  'keywords.operatorAtEnd':
    'The keywords end with AND, OR or NOT. Write a word behind it, or quote it to look for it.',
  'sample.title': 'The world in the sample edition',
  'wish.everything': 'everything',
  'wish.all': 'All news',
  'wish.sources': 'told by {names}',
  'wish.people': 'naming {names}',
  'wish.languages': 'in {names}',
  'wish.and': '; and ',
  'wish.keywords': 'saying {keywords}',
  'form.short': 'short',
  'form.long': 'long',
  'form.stories': '{count, plural, one {at most # story} other {at most # stories}}',
  'form.language': 'texts in {name}',
  'form.model': 'a model may choose and shorten the sentences',
} as const

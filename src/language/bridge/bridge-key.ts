/**
 * What a term of another language is looked up by: the term itself, or its stem where `stem` (../stem.ts) has none for the language and an index of
 * words must not change.
 */
export function bridgeKey(term: string, language: string): string {
  return language === 'pl' ? withoutPolishEnding(term) : term
}

/** Case endings of nouns and adjectives and the commonest of verbs, folded, the longest first; what stays has four letters, or three before a single vowel. */
function withoutPolishEnding(term: string): string {
  for (const ending of POLISH_ENDINGS)
    if (term.length - ending.length >= (ending.length === 1 ? 3 : 4) && term.endsWith(ending))
      return term.slice(0, term.length - ending.length)
  return term
}

const POLISH_ENDINGS = (
  'owaniami owaniach owanie owania owaniu owaniem ' +
  'iejszego iejszych iejszym iejszej iejsza iejsze iejszy ' +
  'owego owemu owych owymi owie ' +
  'iami iach ' +
  'iego iemu ' +
  'ymi imi ych ich ego emu ami ach owi iej iem iom ow om ej em ym im ia ie io iu a e i o u y'
).split(' ')

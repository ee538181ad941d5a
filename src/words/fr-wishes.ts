import type { WishTexts } from './catalogues.ts'

/** What is wished for and how it is written; a part of `fr`. */
export const frWishes: WishTexts = {
  'keywords.empty': 'Il n’y a pas de mots-clés. Écrivez par exemple : blé AND (corridor OR accord).',
  'keywords.quote': 'Mettez plusieurs mots-clés entre guillemets : {example}',
  'keywords.tooLong': 'Ces mots-clés comptent {count, number} caractères ; {most, number} au plus.',
  'keywords.tooMany': 'Il y a plus de {most, number} mots-clés. Gardez les plus importants.',
  'keywords.tooDeep': 'Il y a trop de parenthèses imbriquées. Écrivez plus simplement.',
  'keywords.noLetters': '{near} ne contient ni lettre ni chiffre à chercher.',
  'keywords.bracket': 'Une parenthèse manque ou reste seule dans les mots-clés. Chaque « ( » veut sa « ) ».',
  'keywords.operator':
    'Il manque un mot avant {near} dans les mots-clés. AND, OR et NOT se placent entre des mots ; mettez-les entre guillemets pour les chercher.',
  'keywords.operatorAtEnd':
    'Les mots-clés finissent par AND, OR ou NOT. Ajoutez un mot, ou mettez-le entre guillemets pour le chercher.',
  'sample.title': 'Le monde dans l’édition d’exemple',
  'wish.everything': 'tout',
  'wish.all': 'Toute l’actualité',
  'wish.sources': 'selon {names}',
  'wish.people': 'citant {names}',
  'wish.languages': 'en {names}',
  'wish.and': ' ; et ',
  'wish.keywords': 'avec les mots {keywords}',
  'form.short': 'court',
  'form.long': 'long',
  'form.stories': '{count, plural, one {# sujet au plus} many {# sujets au plus} other {# sujets au plus}}',
  'form.language': 'textes en {name}',
  'form.model': 'un modèle peut choisir et raccourcir les phrases',
}

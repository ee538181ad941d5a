import type { AnsweringTexts } from './catalogues.ts'

export const frAnswering: AnsweringTexts = {
  'answer.failed': 'Cela n’a pas fonctionné. Réessayez ; le journal du bot en dit plus.',
  'answer.oldButton':
    'Le bot ne connaît plus ce bouton. Redemandez : de nouveaux boutons viennent avec la réponse.',
  'answer.formLate':
    'Le formulaire n’a pas pu s’ouvrir à temps. Rouvrez-le, ou écrivez tout en une ligne : {example}',
  'answer.noLink': 'Ce message ne contient aucune adresse web.',
  'answer.wait': 'Un instant…',
  'answer.corrected': 'Corrigé ci-dessus : {titles}',
  'permission.stranger':
    'Ce bot sert un autre espace de travail et ne peut pas répondre ici. Ceux qui le gèrent peuvent l’ouvrir au vôtre.',
  'permission.host':
    'Tous les espaces de travail lisent les mêmes sources : seuls ceux qui gèrent ce bot peuvent les modifier.',
}

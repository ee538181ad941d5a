import type { PlaceTexts } from './catalogues.ts'

export const frPlaces: PlaceTexts = {
  'place.news': 'Des synthèses tirées des médias du monde, avec une source derrière chaque phrase.',
  'place.lookUp': 'Que sait-on à ce sujet ?',
  'place.what': 'Que suivre ?',
  'place.missing':
    'Je ne peux pas encore parler dans {channel}. Donnez-moi {permissions} dans les réglages du salon, puis redemandez.',
  'place.back':
    'Me revoilà. En mon absence, {count, plural, one {# abonnement a été suspendu} many {# d’abonnements ont été suspendus} other {# abonnements ont été suspendus}} : « subscriptions » en donne la liste, « resume » en fait reprendre un.',
  'place.late': 'Votre question m’est parvenue trop tard pour y répondre là-bas. Veuillez la reposer.',
  'place.rest':
    'Tout ne tient pas ici ({count, plural, one {encore # message} many {encore # de messages} other {encore # messages}}). Demandez-le-moi en message privé pour tout lire.',
}

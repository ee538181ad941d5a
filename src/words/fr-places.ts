import type { PlaceTexts } from './catalogues.ts'

export const frPlaces: PlaceTexts = {
  'place.news': 'Des synthèses tirées des médias du monde, avec une source derrière chaque phrase.',
  'place.lookUp': 'Que sait-on à ce sujet ?',
  'place.what': 'Que suivre ?',
  'place.missing':
    'Je ne peux pas encore parler dans {channel}. Donnez-moi {permissions} dans les réglages du salon, puis redemandez.',
  'place.back':
    'Me revoilà. En mon absence, {count, plural, one {# abonnement a été suspendu} many {# d’abonnements ont été suspendus} other {# abonnements ont été suspendus}} : « subscriptions » en donne la liste, « resume » en fait reprendre un.',
  'place.returned':
    'Me revoilà dans cet espace de travail : {count, plural, one {# de vos abonnements reprend} many {# de vos abonnements reprennent} other {# de vos abonnements reprennent}} comme avant.',
  'place.late': 'Votre question m’est parvenue trop tard pour y répondre là-bas. Veuillez la reposer.',
  'place.partly':
    'Ma réponse ne vous est peut-être pas parvenue entière : il peut en manquer une partie. Veuillez reposer la question pour la lire toute.',
  'place.rest':
    'Tout ne tient pas ici ({count, plural, one {encore # message} many {encore # de messages} other {encore # messages}}). Demandez-le-moi en message privé pour tout lire.',
  'refusal.noView': 'Je ne vois pas ce salon. Donnez-m’y View Channel, ou réinvitez-moi sur le serveur.',
  'refusal.noPost':
    'Je ne peux pas écrire là-bas. Donnez-moi Send Messages et Embed Links dans ce salon ; dans un fil, Send Messages in Threads.',
  'refusal.directClosed':
    'Je ne peux pas y envoyer de messages privés. Autorisez les messages des applications dans vos réglages de confidentialité, sur un serveur où je suis.',
  'refusal.threadClosed': 'Le fil est verrouillé ou archivé. Rouvrez-le, ou abonnez-vous dans son salon.',
  'refusal.tagWanted':
    'Le forum exige une étiquette sur chaque publication. Ajoutez-en une que les membres peuvent utiliser.',
}

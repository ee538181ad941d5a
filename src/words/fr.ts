import type { Catalogue } from './catalogues.ts'
import { frAnswering } from './fr-answering.ts'
import { frCommands } from './fr-commands.ts'
import { frPlaces } from './fr-places.ts'
import { frScreens } from './fr-screens.ts'
import { frTimes } from './fr-times.ts'
import { frWishes } from './fr-wishes.ts'

/** Our texts in French. No-break spaces stand before : ; ! ? and inside « ». */
export const fr: Catalogue = {
  ...frCommands,
  ...frScreens,
  ...frPlaces,
  ...frAnswering,
  ...frTimes,
  ...frWishes,

  'list.separator': ', ',
  'list.semicolon': ' ; ',
  'list.fact': '{label} : {text}',
  'list.quoted': '« {text} »',
  'time.stretch': '{from} – {to} ({zone})',

  'mark.new': 'NOUVEAU',
  'mark.updated': 'MIS À JOUR',
  'story.outlets': '{outlets, plural, one {# média} many {# médias} other {# médias}}',
  'story.reports':
    '{independent, plural, one {# article indépendant} many {# articles indépendants} other {# articles indépendants}}, {outlets, plural, one {# média} many {# médias} other {# médias}}',
  'story.latest': 'dernier article : {time}',
  'story.first': 'premier article : {time}',
  'story.id': 'sujet {id}',
  'story.carries': 'reprend {agency}',
  'sentence.chosen': '(choisi par un modèle)',
  'sentence.shortened': '(choisi et raccourci par un modèle)',
  'story.chosen': 'choisi par un modèle : chaque mot est du média ; « … » marque les mots omis',
  'story.correction': 'Correction ({time}), {outlet} : « {before} » → « {after} »',
  'story.edit': 'Modification ({time}), {outlet} : « {before} » → « {after} »',
  'story.timeline': 'Le fil des publications',
  'story.noSentence': 'Aucune phrase ne peut en être citée ; à lire chez {outlet}.',
  'story.untitled': 'Sans titre',
  'story.undated': 'sans date',
  'outlet.removed': 'n’est plus lu',
  'ownership.state': 'média d’État',
  'ownership.public': 'public',
  'ownership.private': 'privé',
  'ownership.independent': 'indépendant',

  'section.noPlace': 'Sans lieu précis',
  'section.empty': 'Rien de nouveau.',
  'section.leftOut':
    '{count, plural, one {# autre sujet de cette région n’a pas été retenu.} many {# autres sujets de cette région n’ont pas été retenus.} other {# autres sujets de cette région n’ont pas été retenus.}}',
  'coverage.line':
    '{answered, plural, one {# source} many {# sources} other {# sources}} sur {sources, number} {answered, plural, one {a répondu} many {ont répondu} other {ont répondu}} ; {leftOut, plural, =0 {aucun sujet écarté} one {# sujet écarté} many {# sujets écartés} other {# sujets écartés}}.',
  'coverage.strongest':
    'Il s’est passé tant de choses que seuls les {count, number} sujets les plus forts de cette période ont été examinés.',
  'coverage.failed': 'Lecture impossible : {names} ({reason})',
  'coverage.others': '{count, plural, one {# autre source} many {# autres sources} other {# autres sources}}',
  'post.update': 'Rectification de ce qui précède :',

  'search.title': 'Recherche : {query}',
  'search.none': 'Aucun résultat. Essayez moins de mots, d’autres mots ou une date plus ancienne.',
  'search.cut':
    'La recherche s’arrête à {count, number} articles. Un mot, une région ou une date la resserre.',
  'search.noPage':
    'Il n’y a pas de page {page, number} : tout ce qui a été trouvé est sur les pages précédentes.',
  'search.address':
    'Rien trouvé. « why {address} » dit ce qu’est devenu un article, « story {address} » montre son sujet.',
  'search.capitals': 'Rien trouvé. AND, OR et NOT s’écrivent en majuscules : {example}',
  'search.since': 'depuis {time}',
  'search.until': 'jusqu’à {time}',
  'search.moreOutlets':
    'et {count, plural, one {# autre média} many {# autres médias} other {# autres médias}}',
  'search.more':
    'Il y en a plus que ce qui est montré : page:2 et suivantes montrent la suite ; un mot, une région ou une date restreint la recherche.',

  'sources.title': '{count, plural, one {# source} many {# sources} other {# sources}}',
  'sources.well':
    '{count, plural, one {# source est lue, et elle va bien.} many {# sources sont lues, et toutes vont bien.} other {# sources sont lues, et toutes vont bien.}}',
  'sources.count': '{count, number} {state}',
  'sources.id': 'identifiant {id}',
  'sources.articles': '{count, plural, one {# article} many {# articles} other {# articles}}',
  'sources.newest': 'le plus récent : {time}',
  'sources.answered': 'dernière réponse : {time}',
  'sources.neverAnswered': 'n’a jamais répondu',
  'sources.pushed': 'livré par son hub WebSub',
  'sources.letGoArticles':
    '{count, plural, one {# ancien article abandonné} many {# anciens articles abandonnés} other {# anciens articles abandonnés}} : elle publie plus que ce qui est conservé',
  'sources.letGoVersions':
    '{count, plural, one {# ancienne version de ses articles abandonnée} many {# anciennes versions de ses articles abandonnées} other {# anciennes versions de ses articles abandonnées}} : elle modifie plus souvent que ce qui est conservé',
  'sources.failures': 'échecs en 30 jours : {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'État',
  'sources.column.source': 'Source',
  'sources.column.news': 'Articles',
  'sources.column.remark': 'Remarque',
  'state.active': 'active',
  'state.failing': 'en échec',
  'state.silent': 'muette',
  'state.moved': 'déplacée',
  'state.gone': 'fermée',
  'state.paused': 'en pause',
  'state.unread': 'pas encore lue',

  'failure.unreachable': 'serveur injoignable',
  'failure.timeout': 'pas de réponse à temps',
  'failure.too-large': 'flux trop volumineux',
  'failure.not-found': 'pas de flux à cette adresse',
  'failure.gone': 'flux définitivement fermé',
  'failure.rate-limited': 'le serveur demande d’attendre',
  'failure.server-error': 'panne du serveur',
  'failure.refused': 'accès refusé',
  'failure.bot-protection': 'le site exige la preuve d’un navigateur',
  'failure.forbidden-address': 'adresse non autorisée',
  'failure.too-many-redirects': 'trop de redirections',
  'failure.not-a-feed': 'la réponse n’est pas un flux',
  'failure.unparseable': 'flux illisible',
  'failure.parser-killed': 'lecture trop longue',
  'failure.unread': 'pas encore lu',

  'finding.failing':
    '{times, plural, one {Échec} many {# échecs de suite} other {# échecs de suite}} : {reason}.',
  'finding.empty':
    'Répond, mais son flux n’a jamais contenu d’article. Vérifiez l’adresse sur le site du média.',
  'finding.gone': 'Fermée pour de bon, selon son serveur. Cherchez la nouvelle adresse ou retirez la source.',
  'finding.kills':
    'Sa lecture a dû être interrompue {times, plural, one {une fois} many {# fois de suite} other {# fois de suite}} ; nouvel essai une fois par jour.',
  'finding.silent':
    'Répond, mais son dernier article remonte à {days, plural, one {# jour} many {# jours} other {# jours}}.',
  'finding.silentRhythm':
    'Répond, mais son article le plus récent date de {days, plural, one {# jour} many {# jours} other {# jours}} ; intervalle habituel : {rhythm}.',
  'finding.language':
    'Écrit depuis peu en {language}, et non en {said}. Vérifiez l’adresse ou changez la langue dans config/sources.yaml.',
  'finding.moved':
    'A déménagé à {address}, où elle est lue désormais. Changez l’adresse dans config/sources.yaml.',
  'finding.lost':
    '{count, plural, one {# entrée de son flux est vide et a été omise.} many {# entrées de son flux sont vides et ont été omises.} other {# entrées de son flux sont vides et ont été omises.}}',
  'finding.truncated':
    'Son flux est trop long pour être lu en entier ; {count, plural, one {# entrée est lue} many {# entrées sont lues} other {# entrées sont lues}}.',
  'finding.undated':
    'La plupart de ses articles ne sont pas datés ; le moment où ils ont été vus pour la première fois fait foi.',
  'remedy.wait': 'C’est en général passager ; un nouvel essai suivra.',
  'remedy.address': 'Cherchez la nouvelle adresse sur le site du média.',
  'remedy.access': 'Demandez l’accès au média ou retirez la source.',
  'remedy.allow': 'Si l’adresse est à vous, autorisez-la avec DRAGOMAN_ALLOW_ADDRESSES.',
  'remedy.outlet': 'Seul le média peut réparer son flux.',

  'help.title': 'Ce que vous pouvez demander',
  'help.example': 'par exemple : {example}',
  'notice.warning': 'Attention : {text}',
  'notice.error': 'Erreur : {text}',

  'delivery.paused': 'Plus rien n’est envoyé à {channel} : {reason}',
  'delivery.pausedMany':
    'Plus rien n’est envoyé à {count, number} canaux, chaque fois pour la même raison : {reason}',
  'delivery.waiting':
    '{count, plural, one {Votre abonnement {titles} y attend.} many {Vos abonnements {titles} y attendent.} other {Vos abonnements {titles} y attendent.}}',
  'delivery.moreChannels':
    '{count, plural, one {et # autre canal} many {et # autres canaux} other {et # autres canaux}} : « /news subscriptions » les montre tous.',
  'delivery.moreTitles': '{count, number} de plus',
  'delivery.resume':
    'Une fois le canal rétabli, « /news resume {id} » y reprend où il s’était arrêté ; « /news unsubscribe » met fin à ce que vous ne voulez plus.',
  'delivery.resumeAll':
    'Une fois les canaux rétablis, « /news resume all » reprend tout où il s’était arrêté ; « /news unsubscribe » met fin à ce que vous ne voulez plus.',
  'refusal.channel-gone': 'Le canal n’existe plus, ou le bot en a été retiré.',
  'refusal.not-allowed': 'Le bot n’a pas le droit d’y écrire.',
  'refusal.rejected':
    'La plateforme a refusé plusieurs messages de suite. C’est une faute du bot ; la personne qui le fait fonctionner en est avertie.',
  'refusal.invite': 'Le bot n’est pas membre de ce canal. Invitez-le.',
  'refusal.archived': 'Le canal est archivé. Rétablissez-le ou abonnez-vous ailleurs.',
  'refusal.restricted': 'Seules certaines personnes peuvent y écrire. Un admin peut le permettre au bot.',
  'refusal.reinstall': 'Cet espace de travail n’accepte plus le bot. Un admin doit l’y installer de nouveau.',
  'delivery.uncertain':
    'La connexion s’est coupée alors que « {title} » partait vers {channel} : il est peut-être arrivé, peut-être pas, et la suite au-dessous peut manquer.',
  'delivery.uncertainDirect':
    'La connexion s’est coupée alors que « {title} » partait vers vous : il est peut-être arrivé, peut-être pas, et la suite au-dessous peut manquer.',
  'delivery.uncertainMany':
    'La connexion s’est coupée alors que {count, plural, one {# message partait} many {# messages partaient} other {# messages partaient}}. Chacun est peut-être arrivé, peut-être pas, et la suite au-dessous peut manquer :',
  'delivery.again':
    'Les sujets reviennent dans le prochain bulletin ; « /news briefing » les montre maintenant.',
  'delivery.accepted':
    'La plateforme n’acceptait plus mon jeton, et rien ne pouvait arriver. Elle l’accepte de nouveau, et ceci reprend de soi-même : {titles}. Ce que vous avez manqué vient avec le prochain bulletin.',

  'prompt.welcome': 'Tapez « help » pour voir ce que vous pouvez demander, « exit » pour quitter.',
  'prompt.failed': 'Impossible de répondre à « {line} » : {reason}. Le journal donne les détails.',
}

import { analyse } from './words.ts'

/** Whether an analysed word (see `analyse`) only holds sentences together in its language. Languages without a list have none. */
export function isStopWord(word: string, language: string): boolean {
  let words = analysedLists.get(language)
  if (words === undefined) {
    const [base = 'und'] = language.split('-', 1)
    const list = STOP_WORDS.get(base)
    if (list === undefined) return false
    words = new Set(analyse(list, base))
    analysedLists.set(language, words)
  }
  return words.has(word)
}

/** By the language as it was given, which saves taking it apart for each word. Only languages with a list are kept. */
const analysedLists = new Map<string, ReadonlySet<string>>()

/** By language (ISO 639-1), with spaces between. Closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries. Words that carry news (numbers, "against", "no") stay out. */
export const STOP_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'في من على إلى الى عن مع أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد هو هي هم كما أو ثم بعد قبل بين عند حيث كل بعض غير إذا حتى لكن منذ خلال و أي به بها له لها فيه فيها عليه عليها منه منها إنه أنه أنها وقد وكان يوم قال',
    de: 'der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis durch für gegenüber hat haben hatte hatten im in ins ist sind war waren wird werden wurde wurden mit nach noch nur ob ohne sein seine seiner ihr ihre ihrer sich sie er es wir ihr so über um unter vom von vor was wenn wer wie wo zu zum zur dass daß dies diese dieser dieses nicht man mehr sehr kann können soll sollen sagte',
    el: 'ο η το οι τα του της των τον την τους τις και ή αλλά σε στο στη στην στον στα στις στους από για με ως ότι που να θα δεν μη είναι ήταν έχει έχουν είχε αυτό αυτή αυτός ένα μια ένας πως όταν αν μετά πριν κατά προς',
    en: 'a an the and or but if of in on at to for from by with as is are was were be been being am it its he she they them his her their theirs we our ours you your i me my this that these those there here who whom whose which what when where why how not so than then too very can could may might must shall should will would do does did done has have had having into onto over under about after before between through during up down out off again once all any both each few more most other some such only own same just also because while until s t re ve ll d m don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn said says say',
    es: 'el la los las un una unos unas y e o u pero si de del al a en con por para sin sobre entre hasta desde como que quien cual cuando donde es son era eran fue fueron ser ha han había habían haber está están estaba se su sus lo le les me mi nos te tu yo él ella ellos ellas este esta estos estas ese esa eso esto más muy ya no también tras según dijo',
    fa: 'و در به از که این آن را با برای است بود شد شده می ها های تا بر یک هم نیز اما یا اگر هر چه خود او ما من شما آنها ایشان باید شود کرد کرده کند کنند دارد دارند داشت داشته بین پس پیش روی زیر همه هیچ دیگر وی گفت نمی خواهد بوده هستند نیست باشد',
    fr: 'le la les un une des du de d l et ou mais si à au aux en dans par pour sur sous avec sans entre vers chez que qui quoi dont où ne pas plus se sa son ses ce cet cette ces il elle ils elles on nous vous je tu me te leur leurs mon ma mes notre votre est sont était étaient être été a ont avait avaient avoir eu fait comme aussi très après avant lors y qu c j n s m t selon dit',
    he: 'של על את אל עם מן כי אם או גם לא כן הוא היא הם הן אני אנחנו אתה זה זאת זו אלה אלו כל היה הייתה היו יש אין אך אבל רק עוד כבר בין לפי אחרי לפני תחת כמו אשר מה מי אמר',
    it: 'il lo la i gli le un uno una e ed o ma se di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai dagli dalle in nel nello nella nei negli nelle con su sul sulla sui sugli sulle per tra fra che chi cui non è sono era erano essere stato stata ha hanno aveva avere si ci vi ne suo sua suoi sue loro questo questa questi queste quello quella come anche più dopo prima secondo detto',
    nl: 'de het een en of maar als aan bij door in met naar om op over te tot uit van voor zonder onder tussen dat die dit deze er hier daar is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen zal zullen zou zouden moet moeten niet ook nog wel al hij zij ze wij we je jij u ik hun haar hem zijn zich wat wie waar hoe dan zegt',
    pl: 'i oraz a ale lub albo w we z ze na do od o u po za przez przy dla pod nad przed między że który która które którzy co kto gdy jak czy nie się jest są był była było byli być ma mają to ten ta te tego tej tym tych on ona ono oni jego jej ich go mu już także też tylko jednak powiedział',
    pt: 'o a os as um uma uns umas e ou mas se de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre entre até desde como que quem qual quando onde não é são era eram foi foram ser está estão estava tem têm tinha há seu sua seus suas ele ela eles elas eu me nós este esta estes estas esse essa isso isto mais muito já também após segundo disse',
    ru: 'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было вот от меня еще о из ему для мы их чем была сам без до или ни быть был были него них нее это эта этот эти того тому том этого этой этом который которая которые которых при об над под через после перед между также уже только если когда где кто есть будет будут может свой своей своего также сообщил заявил',
    sv: 'och eller men att som en ett den det de i på av för med till från om vid under över efter före mellan utan är var vara varit har hade ha kan ska skulle blir blev han hon vi ni jag du man sig sin sitt sina hans hennes deras denna detta dessa inte också när där här hur vad vem så än säger',
    tr: 've veya ile de da ki bu şu o bir için gibi kadar daha çok en ama ancak fakat ise mi mı mu mü ne her hem ya olan olarak oldu olduğu olduğunu olması etti edildi ettiği eden eder edilen göre sonra önce üzere karşı dedi diye değil var yok biz siz ben sen onlar onun bunun kendi tarafından söyledi belirtti',
    uk: 'і й та в у на що не з із зі до від за по як а але або чи це цей ця ці той того тому він вона воно вони ми ви я ти його її їх їм для про при під над через після перед між також уже вже лише тільки якщо коли де хто який яка яке які яких був була було були бути є буде будуть може свій своєї свого заявив повідомив',
  }),
)

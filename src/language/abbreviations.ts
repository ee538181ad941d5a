/**
 * What a full stop after a word means, by language. Lower case, without the last full stop.
 * Chosen from the style books of the languages and from what news texts really write; a language that
 * is missing gets the shared lists, which cost nothing where they do not occur.
 */
export interface Abbreviations {
  /** Titles and the like: a sentence never ends here ("Dr.", "ул.", "Doç."). */
  readonly leads: ReadonlySet<string>
  /**
   * Often stands before a name ("Inc.", "U.S.", "A.Ş."): only a word of `openers` begins a new sentence.
   * What is in no list ("etc.", "руб.", "vb.") ends a sentence before a capital and not before a small letter.
   */
  readonly trails: ReadonlySet<string>
  /** Belongs to the number behind it ("No. 7", "ст. 105", "s. 12"). */
  readonly beforeNumber: ReadonlySet<string>
  /** Words that often open a sentence and seldom follow an abbreviation in capitals. */
  readonly openers: ReadonlySet<string>
  /** Whether "3." means "third", as in German and Turkish. */
  readonly ordinals: boolean
}

interface Row {
  readonly leads?: string
  readonly trails?: string
  readonly beforeNumber?: string
  readonly openers?: string
}

const SHARED: Row = {
  leads:
    'tel rs km mr mrs ms messrs mx dr prof rev fr hon gen maj col lt capt cmdr cpl sgt adm gov sen rep pres supt insp st ste mt ft vs cf approx esp e.g i.e viz ph',
  trails:
    'inc ltd corp co bros llc plc jr sr esq et.al al u.s u.k u.n e.u d.c a.m p.m b.c a.d n.y l.a assn dept univ ave blvd rd sq jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun est min max avg ca calif fla pa va tex wash mass conn minn mich wis ariz colo ill ind mo md nev okla ore tenn ala ark ga ky la miss neb',
  beforeNumber: 'no nos nr fig p pp vol ch art sec para pt ed op cit',
}

const ROWS: Readonly<Record<string, Row>> = {
  en: {
    leads: 'sens reps govs gens profs drs',
    openers:
      'the a an in on at he she it they we i you his her its their our my this that these those there here but and or so yet however meanwhile when while after before if as for what who why how where some many most more no not all both one two according last earlier by from with since although though also now then still under during among police officials every each such only once even another other despite because',
  },
  de: {
    leads:
      'dr prof hr fr frl dipl ing med jur phil abg bzw z.b d.h u.a v.a i.d.r o.g sog vgl evtl ggf inkl exkl zzgl st bgm gen hptm tel str ca rd geb gest ehem insb insbes kath evang jr',
    trails: 'mio mrd tsd jan feb apr aug sept okt nov dez mo di mi do fr sa so co ag e.v v.chr z.t',
    beforeNumber: 'nr abs art s bd kap ziff §',
    openers:
      'der die das den dem des ein eine einen einem einer er sie es wir ich ihr in im am an auf aus mit nach vor bei für von zu zum zur und aber doch auch wenn als wie so da dies diese dieser dieses damit dabei dazu nun was wer wo warum laut seit bis um über unter bereits noch nur alle viele beide man sein seine ihre deren dennoch zudem außerdem danach davor insgesamt jetzt',
  },
  fr: {
    leads:
      'm mm mme mmes mlle mlles me mes dr pr prof st ste mgr gén col cap lt cdt c.-à-d p.ex env av bd boul tél cf',
    trails: 'janv févr avr juil sept oct nov déc av.j.-c apr.j.-c s.a s.a.r.l cie',
    beforeNumber: 'n no art p pp vol chap al fig',
    openers:
      "le la les l' un une des il elle ils elles ce c' cet cette ces dans en au aux à a mais et ou on nous je j' vous selon après avant pour par sur sous avec sans depuis pendant si quand lors alors aussi ainsi cependant toutefois pourtant son sa ses leur leurs d' de du plus tous tout que qui quelque certains plusieurs enfin",
  },
  es: {
    leads:
      'ee ff jj rr cc sr sra srta sres dr dra d dña da prof ing lic arq gral cnel cap tte mons excmo excma sto sta pbro p.ej av avda c pág',
    trails: 'ee.uu uu aa oo hh s.a s.l cía dpto a.c d.c jr ud uds vd vds núm aprox',
    beforeNumber: 'n no núm art pág págs vol cap fig',
    openers:
      'el la los las un una unos unas él ella ellos ellas en a al de del con sin por para según pero y o que si cuando como tras desde hasta entre sobre su sus este esta estos estas ese esa esto eso lo le se no también además sin embargo mientras así ya más muchos todos todo ambos',
  },
  pt: {
    leads: 'sr sra srs dr dra d prof profa eng arq gen cel cap ten des exmo exma sto sta p.ex av pe',
    trails: 'ltda cia s.a a.c d.c jr séc tel',
    beforeNumber: 'n no nº art pág p vol cap',
    openers:
      'o a os as um uma ele ela eles elas em no na nos nas de do da com sem por para segundo mas e ou que se quando como após desde até entre sobre seu sua seus suas este esta esse essa isso isto não também além enquanto já mais muitos todos ambos',
  },
  it: {
    leads:
      'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch on sen gen col cap ten mons s p.es cfr geom rag cav',
    trails: 's.p.a s.r.l a.c d.c jr tel ca',
    beforeNumber: 'n art pag pagg vol cap',
    openers:
      "il lo la i gli le un uno una l' egli lui lei loro essi in nel nella nei a al alla di del della dei da dal dalla con senza per secondo ma e o che se quando come dopo prima fra tra su sul sulla suo sua questo questa questi quello non anche inoltre mentre così già più molti tutti",
  },
  tr: {
    leads:
      'dr prof doç yrd av op uzm arş gör öğr alb yzb tğm org korg tuğg gen bkz sn hz st müh mim ecz vet kd bnb bşk yard gnkur',
    trails: 'a.ş ltd şti cad sok mah blv apt tel t.c m.ö m.s k.k.t.c a.b.d krş',
    beforeNumber: 'no s sf sy md cilt c fık',
    openers:
      'bu şu o bunun bununla bunlar onlar ancak ayrıca ama fakat ve ya hem ise eğer bir her hiç çok daha en gibi için sonra önce öte konuyla açıklamada olay olayda olayın polis bakan ben biz siz söz toplantıda öncelikle böylece üstelik çünkü yine aynı diğer tüm bazı birçok',
  },
  ru: {
    leads:
      'г-н г-жа г-жи г-на д-р д-ра проф акад доц им ул пр просп пл пер наб бул обл р-н пос дер респ т.е т.н т.к и.о в.о т.ч напр св преп ген полк подполк майор кап лейт адм мин зам пом зав гл гос см ср рис табл о-в тел св-т инж',
    trails: 'кв куб долл',
    beforeNumber: 'ст п пп ч гл стр с т № оп кн',
    openers:
      'он она оно они мы я вы это этот эта эти этом тот та те в во на по но и а же что как при для после до об о из от к с со у за под над между также ранее позже сейчас теперь однако кроме если когда пока хотя его её их наш все всего весь более по-прежнему тогда там здесь так поэтому затем уже ещё еще согласно напомним отметим',
  },
  uk: {
    leads:
      'п пан д-р проф акад доц ім вул пр просп пл пров бул обл р-н сел т.зв т.б в.о т.т напр св ген полк майор кап лейт адм зам зав гол див рис табл тел інж',
    trails: 'кв куб дол',
    beforeNumber: 'ст п пп ч гл стор с т № кн',
    openers:
      'він вона воно вони ми я ви це цей ця ці той та ті в у на по але і й а що як при для після до про з із зі від за під над між також раніше пізніше зараз тепер однак крім якщо коли поки хоча його її їх їхній наш усі всі весь більше тоді там тут так тому потім вже ще за згідно нагадаємо зазначимо',
  },
  ar: { leads: 'د أ م ا.د أ.د ص ب ج', beforeNumber: 'رقم ص ج' },
  fa: { leads: 'د دکتر م س آ', beforeNumber: 'ص ج ش شماره' },
  pl: {
    leads: 'p np tzn tj prof dr inż mgr im ul al pl gen płk kpt por ks św ok red woj',
    beforeNumber: 'nr s art ust pkt',
  },
  nl: {
    leads: 'dhr mevr mw dr prof ir ing mr drs st bv bijv d.w.z o.a t.a.v jl',
    trails: 'n.v b.v',
    beforeNumber: 'nr blz p art',
  },
  sv: { leads: 'dr prof hr fr t.ex bl.a dvs s.k fd', beforeNumber: 'nr s kap' },
  el: { leads: 'κ κ.κ δρ π.χ δηλ αγ', beforeNumber: 'αρ σελ' },
  he: { leads: 'ד"ר פרופ גב מר', beforeNumber: 'מס עמ' },
}

/** Languages that write "third" as "3." */
const ORDINAL = new Set('de tr da nb nn no fi cs sk hr sr bs sl hu et lv pl is az tk kk'.split(' '))

const set = (...words: (string | undefined)[]): ReadonlySet<string> =>
  new Set(words.flatMap((list) => list?.split(' ') ?? []))

function compile(language: string): Abbreviations {
  const own = ROWS[language] ?? {}
  return {
    leads: set(SHARED.leads, own.leads),
    trails: set(SHARED.trails, own.trails),
    beforeNumber: set(SHARED.beforeNumber, own.beforeNumber),
    openers: set(own.openers ?? ROWS.en?.openers),
    ordinals: ORDINAL.has(language),
  }
}

const COMPILED = new Map(
  [...new Set([...Object.keys(ROWS), ...ORDINAL])].map((language) => [language, compile(language)]),
)
const OTHER = compile('')

/** The lists for a language (ISO 639-1); an unknown one gets the shared lists and the English openers. */
export function abbreviationsOf(language: string): Abbreviations {
  return COMPILED.get(language) ?? OTHER
}

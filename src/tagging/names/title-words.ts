/** Folded words that stand before a person's name without being part of it: offices, ranks, forms of address. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  `president premier minister chancellor king queen prince princess emir sheikh sultan senator governor mayor secretary general colonel major captain commander ambassador envoy
  spokesman spokeswoman spokesperson speaker leader chairman chairwoman chair chief director judge justice pope bishop archbishop cardinal ayatollah imam rabbi dr mr mrs ms miss sir lord lady
  professor prof sen rep gov gen col lt sgt rev mp deputy vice foreign prime supreme leader crown representative congressman congresswoman commissioner attorney officer ceo founder
  coach rival republican democrat democratic candidate nominee former ex then acting interim incoming outgoing late
  cumhurbaskani basbakan bakani bakan disisleri lideri baskani sozcusu sultan pasa bay bayan sayin general
  президент президента президенту президентом премьер министр министра министром министру глава главы главой главе господин г канцлер король королева принц шейх генерал спикер сенатор губернатор мэр
  лидер посол директор председатель секретарь папа аятолла депутат прем єр міністр міністра президентом голова речник
  presidente premier ministre ministro ministra president chancelier canciller roi reine rey reina prince principe general chef lider senador senateur depute gobernador pape papa m mme mr sr sra don dona
  prasident prasidentin kanzler kanzlerin minister ministerin konig herr frau papst general ausenminister innenminister verteidigungsminister regierungschef staatschef parteichef ministerprasident ministerprasidentin bundeskanzler bundeskanzlerin bundesprasident`.split(
    /\s+/,
  ),
)

/**
 * Words that tell nothing about what a text is about, folded. `us` is not among them: it is also a country;
 * `al` and `el` are, the article of Arabic names. Negations are none either: "did not identify" is another finding.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those some any each every such both either neither other another own same',
    'i me my we our ours you your he him his she her hers it its they them their theirs one ones who whom whose',
    'what which when where why how',
    'am is are was were be been being have has had having do does did doing done',
    'will would shall should can could may might must ought',
    'im youre hes shes its weve ive theyre theyve thats whats whos wheres hows lets id youve',
    'and or but nor so yet if then than because while until although though whether as',
    'of at by for with about against between into through during before after above below to from up down in out on off over under upon among amid amongst towards toward via per within without since',
    'again further once here there all more most few many much very just also only too now still even ever',
    'al el ad ar as ash at az s',
    'please tell show give find say says said according',
  ].flatMap((line) => line.split(' ')),
)

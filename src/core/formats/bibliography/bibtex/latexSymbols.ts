/** Combining characters of the accents that are written `\'e`, `\'{e}`, `\v{s}`, `\bar{x}`. */
export const accents: ReadonlyMap<string, string> = pairs(`
  \` \u0300  ' \u0301  ^ \u0302  ~ \u0303  = \u0304  . \u0307  " \u0308
  u \u0306  v \u030c  H \u030b  c \u0327  d \u0323  k \u0328  b \u0331  r \u030a  t \u0361  U \u030e  G \u030f  C \u030f  h \u0309
  grave \u0300  acute \u0301  hat \u0302  widehat \u0302  tilde \u0303  widetilde \u0303  bar \u0304  breve \u0306
  dot \u0307  ddot \u0308  check \u030c  mathring \u030a  vec \u20d7  overline \u0305  underline \u0332  textcommabelow \u0326
  textogonekcentered \u0328  not \u0338
`);

/** What the accents stand for without a letter below them. */
export const spacingAccents: ReadonlyMap<string, string> = pairs(`
  \u0300 \`  \u0301 ´  \u0302 ^  \u0303 ~  \u0304 ¯  \u0306 ˘  \u0307 ˙  \u0308 ¨  \u030c ˇ  \u030b ˝  \u0327 ¸  \u0328 ˛  \u030a ˚
`);

/** Letters, punctuation and signs, by the name of their command. */
export const symbols: ReadonlyMap<string, string> = pairs(`
  ss ß  SS ẞ  o ø  O Ø  l ł  L Ł  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  dh ð  DH Ð  th þ  TH Þ  dj đ  DJ Đ  ng ŋ  NG Ŋ
  i ı  j ȷ  imath ı  jmath ȷ  textsci ɪ  textschwa ə  ij ĳ  IJ Ĳ  textcrh ħ  texthbar ħ
  textendash –  textemdash —  textquoteleft ‘  textquoteright ’  textquotedblleft “  textquotedblright ”  textquotesingle '
  textquotedbl "  textquotestraightdblbase „  quotedblbase „  quotesinglbase ‚  glqq „  grqq “  glq ‚  grq ‘  flqq «  frqq »  flq ‹  frq ›
  guillemotleft «  guillemotright »  guilsinglleft ‹  guilsinglright ›  guillemetleft «  guillemetright »  lq ‘  rq ’
  textbackslash \\  backslash \\  textasciitilde ~  textasciicircum ^  textasciigrave \`  textasciiacute ´  textbar |  textless <  textgreater >
  textunderscore _  textdollar $  textbraceleft {  textbraceright }  lbrace {  rbrace }  textexclamdown ¡  textquestiondown ¿
  textdegree °  degree °  textregistered ®  textcopyright ©  copyright ©  texttrademark ™  textbullet •  textperiodcentered ·  textmu µ
  textordfeminine ª  textordmasculine º  textsection §  S §  P ¶  textparagraph ¶  pounds £  textsterling £  euro €  texteuro €  EUR €  textyen ¥
  textcent ¢  textcurrency ¤  textellipsis …  dots …  ldots …  cdots ⋯  dotsc …  dotsb ⋯  vdots ⋮  textdagger †  textdaggerdbl ‡  dag †  ddag ‡  dagger †
  ddagger ‡  textnumero №  textonehalf ½  textonequarter ¼  textthreequarters ¾  textonesuperior ¹  texttwosuperior ²  textthreesuperior ³
  slash /  textvisiblespace ␣  textasteriskcentered *  textfractionsolidus ⁄  textpm ±  texttimes ×  textdiv ÷  textinterrobang ‽  textreferencemark ※
  TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2e  BibTeX BibTeX  XeTeX XeTeX  LuaTeX LuaTeX  pdfTeX pdfTeX  ConTeXt ConTeXt
  alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ  lambda λ  mu μ  nu ν
  xi ξ  omicron ο  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ  upsilon υ  phi ϕ  varphi φ  chi χ  psi ψ  omega ω
  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
  textalpha α  textbeta β  textgamma γ  textdelta δ  textlambda λ  textpi π  textomega ω  textOmega Ω
  times ×  div ÷  pm ±  mp ∓  cdot ·  ast ∗  star ⋆  circ ∘  bullet •  oplus ⊕  otimes ⊗  ominus ⊖  odot ⊙  wedge ∧  land ∧  vee ∨  lor ∨  cap ∩  cup ∪
  setminus ∖  neg ¬  lnot ¬  forall ∀  exists ∃  nexists ∄  in ∈  notin ∉  ni ∋  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  emptyset ∅  varnothing ∅
  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  ll ≪  gg ≫  approx ≈  sim ∼  simeq ≃  cong ≅  equiv ≡  propto ∝  prec ≺  succ ≻  preceq ⪯  succeq ⪰
  leqslant ⩽  geqslant ⩾  lesssim ≲  gtrsim ≳  perp ⊥  bot ⊥  top ⊤  parallel ∥  mid ∣  vdash ⊢  models ⊨  dashv ⊣
  rightarrow →  to →  leftarrow ←  gets ←  leftrightarrow ↔  Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔  iff ⇔  implies ⇒  mapsto ↦  uparrow ↑
  downarrow ↓  updownarrow ↕  longrightarrow ⟶  longleftarrow ⟵  rightleftharpoons ⇌  hookrightarrow ↪  textrightarrow →  textleftarrow ←
  infty ∞  infinity ∞  partial ∂  nabla ∇  sum ∑  prod ∏  int ∫  oint ∮  sqrt √  surd √  angle ∠  triangle △  square □  Box □  diamond ⋄  lozenge ◊
  langle ⟨  rangle ⟩  textlangle ⟨  textrangle ⟩  lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  Vert ‖  vert |  lvert |  rvert |  hbar ℏ  ell ℓ  Re ℜ  Im ℑ  wp ℘  aleph ℵ
  prime ′  colon :  lt <  gt >  checkmark ✓  heartsuit ♡  spadesuit ♠  clubsuit ♣  diamondsuit ♢  sharp ♯  flat ♭  natural ♮  textmusicalnote ♪
  bigcup ⋃  bigcap ⋂  ltimes ⋉  rtimes ⋊  therefore ∴  because ∵  complement ∁  textohm Ω  ohm Ω  micro µ  celsius ℃  textcelsius ℃  perthousand ‰  textperthousand ‰
`);

/** Commands that stand for white space; for the others see `latexText`. */
export const spaces: ReadonlySet<string> = new Set(
  'space nobreakspace quad qquad thinspace enspace enskip hfill hfil tab item textvisiblespace'.split(' '),
);

/** Commands whose first argument says nothing to a reader. */
export const silentArguments: ReadonlySet<string> = new Set(
  `hspace vspace label color textcolor colorbox pagecolor begin end foreignlanguage selectlanguage
  fontsize fontfamily fontseries fontencoding href phantom hphantom vphantom raisebox bibstring autocap`.split(
    /\s+/,
  ),
);

/** Texts of digits and signs in superscript and in subscript; each character at the place of the plain one. */
const plain = '0123456789+-=()';
export const superscripts = scripts(`${plain}aboeinTMh`, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᵒᵉⁱⁿᵀᴹʰ');
export const subscripts = scripts(`${plain}aeoixn`, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒᵢₓₙ');

function pairs(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/[ \n]+/);
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : [])));
}

function scripts(from: string, to: string): ReadonlyMap<string, string> {
  const raised = [...to];
  return new Map([...from].map((character, at) => [character, raised[at]!]));
}

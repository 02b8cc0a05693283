import { remembered } from '../html/remembered';

/** Lines and parts of lines that belong to a page and not to a post. */
const navigation =
  '(?:home|archives?|about|contact|blog|rss|feed|search|tags|categories|authors|accueil|archiv|über uns|kontakt|impressum|datenschutz|startseite|à propos|inicio|archivo|acerca de|contacto|início|arquivo|sobre|contato|首页|首頁|归档|歸檔|关于|關於|标签|標籤|分类|分類|友链|搜索|ホーム|記事一覧|タグ|カテゴリー?|アーカイブ|お問い合わせ|会社概要|홈|소개|태그|카테고리|채용|採用情報|招聘)';
const wholeLine = new RegExp(
  `^(?:${[
    'read(?: the)?(?: full)?(?: more| on| article| post| story| it)?(?: about\\b.*| of .*)?|continue reading\\b.*|keep reading|learn more|see more|show more|view (?:more|all|post)|load more|more(?: posts| stories| articles)?|full (?:story|article|post)|go to (?:post|article)|open in app|permalink|(?:direct )?link',
    'weiterlesen\\b.*|mehr lesen|mehr erfahren|lire la suite\\b.*|en savoir plus|leer más\\b.*|seguir leyendo|ler mais|continue lendo|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|阅读(?:更多|全文)|閱讀更多|続きを読む|もっと見る|더 ?보기|계속 읽기',
    '(?:share|save|bookmark|like|reply|follow|following|unfollow|listen|clap|report|hide|flag|discuss|past|web|favorite|cached|edit|delete|copy link|tweet|pin it|print|email|give this article|add to list)(?: (?:this|this post|publication|author|on \\w+))?|get (?:email|e-mail|notified|new posts?|updates?)\\b.{0,60}',
    'subscribe(?:d|r)?\\b.{0,60}|sign (?:in|up|out)\\b.{0,60}|log (?:in|out)|get started|join (?:now|us|\\d.*)|upgrade|unsubscribe\\b.*|subscriptions?|rss(?: feed)?|atom|feed|newsletter signup|enter your email.*|your email.*|email address',
    '(?:nos|tous nos|tous les|toutes les|unsere|alle|nuestros|todos los|nossos|todos os|i nostri|tutti gli|alle onze|alla|alle våre) (?:archives|articles|billets|artikel|beiträge|artículos|artigos|articoli|berichten|inlägg|innlegg)',
    'home(?:page)?|culture|open source|our team|all topics|life at .{1,30}|in (?:this|today.s) (?:issue|edition|article)|what.s inside|blog|posts|articles|archives?|about(?: us| me)?|contact(?: us)?|menu|search\\b.{0,20}|skip to (?:main )?content|navigation|nav|toggle .*|close|open menu|main menu|all posts|(?:latest|recent|new|all|more|our|recently)(?: blog)? (?:posts|articles|stories|writing|writings|entries|news|published)\\b.{0,40}|latest|recent|featured(?: posts?| articles?| stories)?|trending|popular(?: posts)?|most (?:popular|recent|read)|(?:posts|articles|archives?) by (?:year|date|month|topic|author|category)|(?:blog )?archive|post list|reading list|blog posts|from the blog|more from .{1,60}|about (?:the )?authors?|upcoming|this (?:week|month)|related(?: posts| articles| stories)?|editor.?s picks?|table of contents|contents|toc|categories|tags|topics|authors|people|pinned|new|top|hot|best|write|membership|careers|jobs|docs|documentation|pricing|projects|talks|now|uses|start here|advertisement|sponsored|promoted|ad|sponsor(?:ed by .*)?|press|events|community|resources|products|company',
    `${navigation}(?:[\\s·•|/,、]+${navigation})*`,
    '(?:«|‹|←|<+|<-|&lt;|⟵|◀)?\\s*(?:older|newer|previous|prev|next|first|last|back|earlier|later)(?: posts?| entries| page| articles?| stories)?(?: to .{1,30})?\\s*(?:»|›|→|>+|->|⟶|▶)?(?:\\s*[|·/]?\\s*(?:older|newer|previous|prev|next|first|last)(?: posts?| entries| page| articles?)?\\s*(?:»|›|→|>+|->)?)?',
    '(?:←|→|«|»|‹|›|↑|↓|↩|\\^)|(?:back to|to the|return to) top.*|page \\d+(?: (?:of|\\/) \\d+)?|(?:seite|página|pagina) \\d+.*|(?:\\d+|…|\\.\\.\\.)(?:[ ,|·]+(?:\\d+|…|\\.\\.\\.|next|last|older|[»›→]))+|(?:(?:previous|prev|newer|older|anterior|précédent|zurück)[ ,|·]+)?(?:\\d{1,4}|…|\\.\\.\\.)(?:[ ,|·]+(?:\\d{1,4}|…|\\.\\.\\.))+(?:[ ,|·]+(?:next|older|last|siguiente|suivant|weiter))?|showing \\d.*|\\d+ (?:posts|articles|stories|results|entries|issues)(?: found| in total)?|displaying \\d.*',
    '(?:©|\\(c\\)|copyright\\b).*|.{0,60}©.*|all rights reserved.*|.*\\ball rights reserved\\.?|(?:proudly )?powered by .*|built with .*|made with .*|hosted on .*|theme(?::| by) .*|designed by .*|generated (?:by|with) .*|licen[sc]ed under .*|.*\\bcreative commons\\b.*|this work is licen[sc]ed .*',
    'privacy(?: policy)?|terms(?: of (?:service|use))?|cookies?(?: policy| settings| preferences)?|legal(?: notice)?|imprint|impressum|datenschutz(?:erklärung)?|mentions légales|aviso legal|help|status|text to speech|sitemap|accessibility|security|support|(?:we|this (?:site|website)) uses? cookies.*|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences).*|got it!?|do not sell.*',
    'get the .{1,40} app|download (?:the|our) .{0,30}app.*|(?:a )?button that says .*|download on the app ?store.*|get it on[, ]+(?:google ?play.*|.{1,30})|available on .{1,40}',
    'start your substack|substack is the home .{1,40}|(?:create a (?:free )?(?:website|blog|site)(?: or blog)?|start a blog|blog) (?:at|with|on) .{1,30}|(?:create|start) (?:your|a) (?:free )?(?:blog|website|site|newsletter)\\b.{0,40}',
    '(?:suscríbete|suscribirse|abonnez-vous|s.abonner|abonnieren|inscreva-se|assine|iscriviti|abonneer|prenumerera|síguenos|suivez[- ]nous|folge(?:n sie)? uns|siga-nos|seguici|volg ons)\\b.{0,50}',
    '(?:source|image|photo|picture|cover|cover photo|header image|illustration|video|art|artwork|figure|graphic|foto|bild|crédit photo|crédits?|bildquelle|quelle|imagen)\\s*(?:credits?|source|courtesy|nachweis)?\\s*(?::|by\\b|from\\b|courtesy of\\b|via\\b|von\\b|par\\b).{0,120}|image|photo|thumbnail|cover image|featured image|(?:press enter or click to view image.*)|avatar|profile (?:picture|photo|image)|logo|\\S{0,60}\\.(?:png|jpe?g|gif|webp|svg)',
    "(?:member|members|subscriber|subscribers|premium|paid|paywall)[- ]?only(?: stor(?:y|ies)| posts?| content)?|member['’]s only|free preview|preview|editor['’]s? note|paid|free|locked",
    '(?:follow|find|join|connect with|like) (?:us|me|him|her|them)\\b.{0,60}|twitter|facebook|linkedin|github|mastodon|instagram|youtube|hacker ?news|reddit|bluesky|threads|discord|slack|medium|x|rss',
    'loading\\.*|comments? (?:are )?(?:off|closed|disabled)\\b.*|(?:leave|add|post|write) an? (?:comment|reply|response).*|no comments(?: yet)?|be the first to .*|discuss on .*|view comments|(?:titles?|posts?|articles?|names?|authors?|author\\(s\\)|(?:written |posted )?by|who|writer|date|when|published|posted|(?:reading )?time|read|topics?|tags?|categor(?:y|ies)|section|urls?|links?|pages?|#|no\\.?|year|description|summary|titel|autor(?:in|en)?|datum|titre|auteurs?|título|fecha|标题|作者|日期)(?:\\s*[|,]\\s*(?:titles?|posts?|articles?|names?|authors?|author\\(s\\)|(?:written |posted )?by|who|writer|date|when|published|posted|(?:reading )?time|read|topics?|tags?|categor(?:y|ies)|section|urls?|links?|pages?|#|no\\.?|year|description|summary|titel|autor(?:in|en)?|datum|titre|auteurs?|título|fecha|标题|作者|日期))+',
  ].join('|')})\\s*[.!…:›»→>]*$`,
  'iu',
);

const reading =
  /^(?:~|about |ca\.? |approx\.? )?\d+(?:[.,]\d+)?\s*[-–]?\s*(?:\d+\s*)?(?:m|mins?|minutes?|minuten|minuti|minutos|phút)\.?(?:[\s-]*(?:to )?(?:reads?|watch|listen|reading(?: time)?|lesezeit|lesedauer|de lecture|de lectura|de leitura|di lettura|leestijd|läsning|lesing|video))?$|^(?:est(?:imated)?\.? )?(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd)\s*:?\s*(?:ca\.? |~)?\d+.{0,12}$|^(?:less than|under) (?:a|1) min.{0,12}$|^(?:約|约|大约|읽는 ?시간)?\s*\d+\s*(?:分|分钟|分鐘|분)(?:\s*(?:钟)?(?:阅读|閱讀|で読めます|で読了|읽기|소요))?$|^(?:lectura|lecture|leitura) de \d+ min\w*$|^[\d.,]+k?\s*(?:words|wörter|mots|palabras|字)$/iu;

const count =
  /^(?:[\d.,]+\s?[km]?\+?\s*(?:claps?|likes?|comments?|points?|views?|responses?|shares?|repl(?:y|ies)|votes?|upvotes?|reactions?|stars?|reads?|restacks?|followers?|subscribers?|hearts?|bookmarks?|notes?|kommentare?|commentaires?|comentários?|comentarios?|commenti|reacties|条评论|則留言|コメント|댓글|개의 ?댓글)(?:\s+by)?|(?:comments?|claps?|likes?|shares?|views?|kommentare?|commentaires?|comentarios?|pages?|pp?\.?|s\.)\s*[:(]?\s*[\d.,]+k?\)?|(?:one|no|keine|aucun|sin) (?:comments?|kommentare?|commentaires?|comentarios?|responses?|reply|replies)|(?:[▲△⬆👏❤♥💬👍🔥⭐★♡🗨]|\ufe0f)+\s*[\d.,]*\s?k?|[\d.,]+\s?k?\s*(?:[▲△⬆👏❤♥💬👍🔥⭐★♡🗨]|\ufe0f)+|(?:阅读|閱讀|浏览|点赞|评论|閲覧|いいね|조회|좋아요|댓글)(?:量|数|수)?\s*[:：(（]?\s*[\d.,]+\s?[kw万만]?[)）]?|[\d.,]{1,9}k?)$/iu;

const relative =
  /^\d{1,3}\s?(?:m|h|d|w|mo|y)$|(?:^|[\s(])(?:(?:about|over|almost|ca\.) )?(?:(?:\d+|an?|one|two|three|last)\s?(?:s|m|h|d|w|mo|y|yr|sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month|year)s? ago|yesterday|today|just now|last (?:week|month|year)|vor (?:\d+|einem|einer) \p{L}+|il y a (?:\d+|une?) \p{L}+|hace (?:\d+|una?) \p{L}+|há (?:\d+|uma?) \p{L}+|\d+ ?(?:小时|天|周|个月|年|時間|日|週間|ヶ月|시간|일|주|개월|년) ?(?:前|전))\)?$/iu;

const maxChrome = 160;

/** A store button, navigation, "Read more", a copyright, the credit of a picture. */
export const isChrome = (text: string): boolean => text.length <= maxChrome && isWholeLine(text);

/** Asked for one text in several places. */
const isWholeLine = remembered((text: string) => wholeLine.test(text));

/** "5 min read", "Lesezeit: 4 Minuten". */
export const isReadingTime = (text: string): boolean => text.length <= 60 && reading.test(text);

/** "12 comments", "1.2K claps", a page's number. */
export const isCount = (text: string): boolean => text.length <= 60 && count.test(text);

/** Where "3 hours ago" or "yesterday" starts at the end of a text; -1 when there is none. */
export const relativeDateStart = (text: string): number => (text.length <= 250 ? text.search(relative) : -1);

const deed =
  '(?:written|posted|published|submitted|article|artikel|beitrag|veröffentlicht|geschrieben|écrit|publié|publicado|escrito|scritto|pubblicato)';
const by = '(?:by|von|par|por|di|da|de|door|av|af)';
const network =
  '(?:youtube|tiktok|instagram|facebook|twitter|linkedin|whatsapp|xing|pinterest|telegram|flipboard)';

const label = new RegExp(
  `^(?:${[
    `(?:${deed}\\s+)?${by}|${deed}(?:\\s+(?:on|in|at|am|le|el|il|op|den))?`,
    '(?:last )?(?:updated?|modified)(?: on)?|aktualisiert(?: am)?|publiziert|stand|mis à jour(?: le)?|actualizado(?: el)?|aggiornato(?: il)?',
    'and|und|et|y|e|en|och|og|&|in|on|at|via',
    '(?:about )?(?:the )?authors?|autor(?:in|en|innen|es|as)?|auteure?s?|autor[ei]|автор|editors?|name|e-?mail|website|(?:your )?user ?name|ihr (?:benutzername|passwort)',
    'avatar|profile?(?: (?:picture|photo|image))?|profil ?bild|(?:zum |view |see |go to )profile?|zur person|gravatar|thumbnail|image|photo|open in app|(?:copyright\\b|©).*',
    `${network}(?: link)?|.{0,40} (?:on|auf|sur) ${network}|(?:twitter|x|mastodon|bluesky) link|trackback uri`,
    '(?:share|teilen|twittern|folgen|donate|remove|register|registrieren|subscribe|visit us|anmelden|abmelden|log ?(?:in|out)|sign ?(?:in|up|out))(?: (?:now|today|ads?|story|this|us|me|on|with|mit|the|to|teilen|twittern)\\b.*)?',
    'follow(?:ing)?(?:\\s.*)?|folge (?:mir|uns)\\b.*|navigate to\\s.*|connect with\\s.*|email the author|(?:watch|read|view|see|show|load) (?:live|more|all|author|comments|profile|bio)\\b.*',
    '(?:get|back to|link (?:to|zu)|all|no more|more) (?:the|by|from|for|author|alerts|posts|stories|articles)\\b.*|more|click here(?: .*)?',
    ".{2,40}['’]s (?:archive|most recent stories|articles|posts|profile|bio|rss.*)",
    '(?:.{0,30} )?alle (?:beiträge|artikel)\\b.*|(?:weitere|mehr|neueste|ähnliche|verwandte) (?:beiträge|artikel|blogbeiträge|themen|bereiche|von)\\b.*|(?:noch )?keine kommentare|zurück(?: zu[mr]?\\b.*)?|kostenlos\\b.*|neues passwort\\b.*|passwort vergessen|forgot (?:your )?password|antworte auf\\b.*',
  ].join('|')})[\\s:»›→>.!?*–-]*$`,
  'iu',
);

/** In characters. */
const longest = 80;

/**
 * Whether a text is what stands with a name in a byline and is none itself: the word before a name or date, a
 * button, what replaces a picture. "Published by", "Follow us", "Alle Beiträge von Jane Doe", "Avatar".
 */
export const isLabel = (text: string): boolean =>
  text.length <= longest && label.test(text.replace(/^[\s+«‹←<|·–-]+/u, ''));

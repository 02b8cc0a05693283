export type Role = 'author' | 'date' | 'tag' | 'title' | 'chrome';

/** What the head of a table's column, or the term of a definition list, says about the cells below it. */
export function roleOfLabel(label: string): Role | undefined {
  const name = label.replace(/\(s\)|[\s:*_]+$|^[\s*_]+/g, '').trim();
  if (
    /^(?:authors?|by|writers?|written by|who|autor(?:en|es)?|auteurs?|contributors?|speakers?|presenters?|作者|著者|저자)$/i.test(
      name,
    )
  )
    return 'author';
  if (
    /^(?:date|published|posted|when|datum|fecha|data|day|publication date|published on|日期|日付|날짜)$/i.test(
      name,
    )
  )
    return 'date';
  if (/^(?:tags?|topics?|categor(?:y|ies)|section|area|subject)$/i.test(name)) return 'tag';
  if (
    /^(?:titles?|articles?|posts?|talks?|papers?|titel|titre|título|titolo|标题|タイトル|제목)$/i.test(name)
  )
    return 'title';
  return /^(?:replies|views|comments|likes|length|reading time|min(?:utes)?|#|no\.?|video|slides|recording|links?)$/i.test(
    name,
  )
    ? 'chrome'
    : undefined;
}

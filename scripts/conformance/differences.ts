/**
 * The files of feedparser's that Byline reads otherwise, by the reason. A failing file that is not here is a fault, and
 * one that is here and passes is to be struck out.
 */
export const differences: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'which dialect of RSS or Atom it is: all are read alike, and it is not told': `
      wellformed/atom10/atom10_version wellformed/namespace/rss2.0withAtomNS wellformed/rdf/rss_version_10
      wellformed/rdf/rss_version_10_not_default_ns wellformed/rss/rss_version_090
      wellformed/rss/rss_version_091_netscape wellformed/rss/rss_version_091_userland wellformed/rss/rss_version_092
      wellformed/rss/rss_version_093 wellformed/rss/rss_version_094 wellformed/rss/rss_version_20
      wellformed/rss/rss_version_201 wellformed/rss/rss_version_21 wellformed/rss/rss_version_missing`,
    'text/xml without charset: UTF-8 (RFC 7303), no longer US-ASCII (RFC 3023)': `
      encoding/http_text_atom_xml_default encoding/http_text_rss_xml_default encoding/http_text_xml_bogus_charset
      encoding/http_text_xml_bogus_param encoding/http_text_xml_default encoding/http_text_xml_epe_default
      encoding/http_text_xml_qs`,
    'an encoding that nothing declares: twelve characters, few of them common, are too little to guess it by':
      'illformed/chardet/gb2312',
    'UTF-8 with bytes of windows-1252 in it: each is read as what it is, not all as windows-1252': `
      encoding/bozo_linenoise`,
    'named characters as the HTML Standard has them, not HTML 4': 'entities/lang entities/rang',
    'invisible characters: taken out, as they could hide or reorder what is cited':
      'entities/lrm entities/rlm entities/shy',
    'entities that a DTD declares: not expanded, as they could grow without bound':
      'wellformed/rss/entity_in_doctype',
    'script, broken comments and declarations: as the HTML Standard has browsers show them': `
      wellformed/sanitize/entry_content_crazy wellformed/sanitize/entry_summary_crazy
      wellformed/sanitize/entry_title_crazy wellformed/sanitize/feed_subtitle_crazy
      wellformed/sanitize/feed_tagline_crazy wellformed/sanitize/feed_title_crazy
      wellformed/sanitize/item_content_encoded_crazy wellformed/sanitize/item_description_crazy
      wellformed/sanitize/item_fullitem_crazy wellformed/sanitize/item_content_encoded_script_nested_cdata
      wellformed/sanitize/xml_declaration_unexpected_character wellformed/sanitize/xml_malicious_comment
      wellformed/rss/item_description_not_a_doctype`,
    'titles and descriptions of drawings: not text that is seen': `
      wellformed/namespace/atomsvgdesc wellformed/namespace/atomsvgtitle wellformed/namespace/rss2.0svgtitle`,
    'relative ids: kept as written, since RFC 4287 compares them so': `
      wellformed/base/http_entry_id_base_content_location wellformed/base/http_entry_id_base_docuri
      wellformed/base/http_feed_id_base_content_location wellformed/base/http_feed_id_base_docuri`,
    'international host names: as the URL Standard writes them, in ASCII':
      'wellformed/base/feed_link_xml_base_iri',
    'days as they are written, not in UTC':
      'wellformed/cdf/channel_lastmod_parsed wellformed/cdf/item_lastmod_parsed',
    'an element that may stand only once: the first counts, not the last': `
      wellformed/atom/entry_created_multiple_values wellformed/atom/entry_updated_multiple_values`,
    'both description and summary: the summary is the excerpt, whichever stands first': `
      wellformed/rss/item_description_and_summary wellformed/rss/item_summary_and_description`,
    "what nothing is cited by: empty texts, the type of a feed's own link, the feed that an item came from, bases of CDF": `
      wellformed/rss/channel_description_shorttag wellformed/atom10/feed_link_rel_self_default_type
      wellformed/rss/item_source_url wellformed/base/cdf_item_abstract_xml_base`,
  }).map(([reason, files]) => [
    reason,
    files
      .trim()
      .split(/\s+/)
      .map(file => `${file}.xml`),
  ]),
);

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Typed text as the HTML that the inbox sends: an empty line starts a paragraph, a single line break stays one. */
export function textToHtml(text) {
  return text.trim().split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replace(/[&<>"]/g, (character) => ESCAPES[character]).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

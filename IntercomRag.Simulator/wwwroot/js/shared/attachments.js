import { h } from './dom.js';
import { webAddress } from './sanitize.js';

/** Names of files sent with a message; links when the workspace knows an address of the web for them. */
export function attachmentList(attachments, { linked }) {
  return attachments.length === 0 ? null : h('ul', { class: 'attachments' }, attachments.map((file) => {
    const href = linked ? webAddress(file.url) : null;
    return h('li', {}, href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, file.name) : file.name);
  }));
}

import { byId } from '../shared/dom.js';

// The workspace keeps the name and address of a file, never its content, so nothing is uploaded.
const FILES = 'https://files.tandem.example';

/** The place to type: Enter sends, Shift+Enter makes a line. */
export function bindComposer(onSend) {
  const form = byId('composer');
  const input = byId('message-input');
  const picker = byId('attachment');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    const attachments = [...picker.files].map(attachmentOf);
    if (text !== '' || attachments.length > 0) {
      input.value = '';
      detach();
      onSend(text, attachments);
    }

    input.focus();
  });

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  picker.addEventListener('change', showAttached);
  byId('detach').addEventListener('click', () => {
    detach();
    picker.focus();
  });

  function detach() {
    picker.value = '';
    showAttached();
  }

  function showAttached() {
    byId('attached').hidden = picker.files.length === 0;
    byId('attached-name').textContent = [...picker.files].map((file) => file.name).join(', ');
  }
}

const attachmentOf = (file) => ({
  name: file.name,
  url: `${FILES}/${Date.now()}/${encodeURIComponent(file.name)}`,
  content_type: file.type || 'application/octet-stream',
  filesize: file.size,
});

import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { contactName } from '../shared/people.js';

/** Value of the choice that makes a visitor whom the workspace does not know. */
export const NEW_VISITOR = 'new';

export function renderVisitor(contacts, contact) {
  const select = byId('contact-select');
  const options = contacts.map((one) => ({ value: one.id, label: labelOf(one) }));
  options.push({ value: NEW_VISITOR, label: t('newVisitor') });
  reconcile(select, options.map(({ value, label }) => ({
    key: value,
    shows: label,
    create: () => h('option', { value }, label),
  })));
  select.value = contact?.id ?? NEW_VISITOR;
  reconcile(byId('contact-facts'), contact ? factsOf(contact).map(factRow) : []);
}

const labelOf = (contact) =>
  [contactName(contact.name, contact.id), contact.language, contact.segments.join(', ')].filter(Boolean).join(' · ');

function factsOf(contact) {
  const facts = [
    ['role', t(contact.role === 'lead' ? 'roleLead' : 'roleUser')],
    ['language', contact.language],
    ['segments', contact.segments.join(', ')],
    ['companies', contact.companies.join(', ')],
    ['tags', contact.tags.join(', ')],
  ];
  return facts.filter(([, value]) => value);
}

const factRow = ([name, value]) => ({
  key: name,
  shows: [value, language()],
  create: () => h('div', {}, h('dt', {}, t(name)), h('dd', {}, value)),
});

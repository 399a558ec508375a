import { byId, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

// The form follows the settings that the Simulator gives: {"seed":null,"webhooks":{"drop_probability":0,…},"rest":{…}}.
// A setting that is added there shows here under its own name.

const TITLES = { webhooks: 'faultsWebhooks', rest: 'faultsRest' };

// Settings whose default is null do not tell their type.
const WORDS = new Set(['path_contains', 'method']);

/** @param keep keeps what is typed, for a change of language. */
export function renderFaults(settings, { keep = false } = {}) {
  const shown = keep ? readFaults() : settings;
  const isGroup = ([, value]) => value !== null && typeof value === 'object';
  const entries = Object.entries(settings);
  const general = Object.fromEntries(entries.filter((entry) => !isGroup(entry)));
  byId('faults-groups').replaceChildren(
    ...entries.filter(isGroup).map(([name]) => group(t(TITLES[name] ?? name), name, settings[name], shown[name])),
    group(t('faultsGeneral'), null, general, shown));
}

/** The settings that the form shows; empty fields are absent, which the Simulator takes as its default. */
export function readFaults() {
  const settings = {};
  for (const input of byId('faults-groups').querySelectorAll('input')) {
    const target = input.dataset.group ? (settings[input.dataset.group] ??= {}) : settings;
    if (input.value !== '') {
      target[input.name] = input.type === 'number' ? input.valueAsNumber : input.value;
    }
  }

  return settings;
}

function group(title, groupName, settings, shown = {}) {
  return h('fieldset', {}, h('legend', {}, title), h('div', { class: 'fault-fields' },
    Object.keys(settings).map((name) => field(groupName, name, shown[name]))));
}

function field(groupName, name, value) {
  const elementId = `fault-${groupName ?? 'all'}-${name}`;
  return h('div', { class: 'fault-field' },
    h('label', { for: elementId }, t('faultNames')[name] ?? name),
    h('input', { id: elementId, name, 'data-group': groupName, value: value ?? null, autocomplete: 'off', ...kindOf(name) }));
}

function kindOf(name) {
  if (WORDS.has(name)) {
    return { type: 'text' };
  }

  return name.endsWith('_probability')
    ? { type: 'number', min: 0, max: 1, step: 'any' }
    : { type: 'number', step: 1, min: name === 'seed' ? null : 0 };
}

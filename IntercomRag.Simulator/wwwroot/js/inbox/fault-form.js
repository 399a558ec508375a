import { byId, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

// The form follows the settings that the Simulator gives: {"seed":null,"webhooks":{"drop_probability":0,…},"rest":{…},"storm":{…}}.
// A setting that is added there shows here under its own name, in the last section of its group.

const SECTIONS = {
  webhooks: [
    ['faultsLost', ['drop_probability', 'drop_first_probability', 'suspended']],
    ['faultsOrder', [
      'duplicate_probability', 'delay_probability', 'delay_min_ms', 'delay_max_ms', 'shuffle_probability', 'shuffle_window_ms', 'max_faults']],
  ],
  rest: [
    ['faultsRefused', [
      'too_many_requests_probability', 'server_error_before_probability', 'server_error_after_probability', 'server_error_status']],
    ['faultsUnanswered', [
      'timeout_before_probability', 'timeout_after_probability', 'timeout_ms', 'reset_before_probability', 'reset_after_probability']],
    ['faultsSlow', ['slow_before_probability', 'slow_after_probability', 'slow_min_ms', 'slow_max_ms']],
    ['faultsDamaged', ['half_answer_probability', 'broken_json_probability']],
    ['faultsWhich', ['path_contains', 'method', 'max_faults']],
  ],
  storm: [['faultsStorm', ['duration_ms', 'every_ms', 'headers']]],
};

const CHOICES = {
  headers: ['reset', 'retry_after', 'both', 'none'],
  server_error_status: ['500', '502', '503', '504'],
};

// Settings whose default is null do not tell their type.
const WORDS = new Set(['path_contains', 'method']);

/** @param keep keeps what is typed, for a change of language. */
export function renderFaults(settings, { keep = false } = {}) {
  const shown = keep ? readFaults() : settings;
  const isGroup = ([, value]) => value !== null && typeof value === 'object';
  const entries = Object.entries(settings);
  const general = entries.filter((entry) => !isGroup(entry)).map(([name]) => name);
  byId('faults-groups').replaceChildren(
    ...entries.filter(isGroup).flatMap(([group]) => sectionsOf(group, Object.keys(settings[group]))
      .map(([title, names]) => section(title, group, names, shown[group]))),
    section('faultsGeneral', null, general, shown));
}

/** The settings that the form shows; empty fields are absent, which the Simulator takes as its default. */
export function readFaults() {
  const settings = {};
  for (const input of byId('faults-groups').querySelectorAll('input, select')) {
    const target = input.dataset.group ? (settings[input.dataset.group] ??= {}) : settings;
    if (input.type === 'checkbox') {
      target[input.name] = input.checked;
    } else if (input.value !== '') {
      target[input.name] = input.dataset.number ? Number(input.value) : input.value;
    }
  }

  return settings;
}

function sectionsOf(group, names) {
  const sections = SECTIONS[group] ?? [[group, []]];
  const placed = new Set(sections.flatMap(([, own]) => own));
  const rest = names.filter((name) => !placed.has(name));
  return sections.map(([title, own], index) => [title, index === sections.length - 1 ? [...own, ...rest] : own]);
}

function section(title, group, names, shown = {}) {
  return h('fieldset', {}, h('legend', {}, t(title)), h('div', { class: 'fault-fields' },
    names.map((name) => field(group, name, shown[name]))));
}

function field(group, name, value) {
  const elementId = `fault-${group ?? 'all'}-${name}`;
  return h('div', { class: 'fault-field' },
    h('label', { for: elementId }, t('faultNames')[name] ?? name),
    control({ id: elementId, name, 'data-group': group }, value));
}

function control(properties, value) {
  const { name } = properties;
  if (CHOICES[name]) {
    return h('select', { ...properties, 'data-number': typeof value === 'number' },
      CHOICES[name].map((choice) => h('option', { value: choice, selected: choice === String(value) }, t('faultChoices')[choice] ?? choice)));
  }

  if (typeof value === 'boolean') {
    return h('input', { ...properties, type: 'checkbox', checked: value });
  }

  return WORDS.has(name)
    ? h('input', { ...properties, type: 'text', value: value ?? null, autocomplete: 'off' })
    : h('input', { ...properties, type: 'number', 'data-number': true, value: value ?? null, autocomplete: 'off', ...rangeOf(name) });
}

const rangeOf = (name) => (name.endsWith('_probability') ? { min: 0, max: 1, step: 'any' } : { step: 1, min: name === 'seed' ? null : 0 });

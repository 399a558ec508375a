// Filters the list; everything else works without it.
const form = document.getElementById("filter");
const items = [...document.querySelectorAll(".item")];
const shown = document.getElementById("shown");
const chip = document.getElementById("cell");
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map();
let cell = "";

const textOf = item => {
  if (!words.has(item)) words.set(item, plain(item.textContent));
  return words.get(item);
};

const fits = (item, want, terms) =>
  ["verdict", "expected", "taken", "locale", "source"].every(key => !want[key] || item.dataset[key] === want[key]) &&
  (!want.reason || (item.dataset.reason ?? "").split("\n").includes(want.reason)) &&
  (!cell || item.dataset.cell === cell) &&
  terms.every(term => textOf(item).includes(term));

const apply = () => {
  const want = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const terms = plain(want.q ?? "").split(/\s+/).filter(Boolean);
  let count = 0;
  for (const item of items) {
    item.hidden = !fits(item, want, terms);
    count += item.hidden ? 0 : 1;
  }
  shown.textContent = count === items.length ? `${count} conversations` : `${count} of ${items.length} conversations`;
  document.getElementById("none-shown").hidden = count > 0;
  chip.hidden = !cell;
  chip.textContent = cell ? `${cell.replace("→", " → ")} ✕` : "";
  chip.setAttribute("aria-label", `Stop showing only ${cell}`);
  // The address keeps the filter, so that it can be sent to a colleague.
  const state = new URLSearchParams(cell ? { ...want, cell } : want).toString();
  history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
};

const set = (name, value) => {
  for (const field of form.querySelectorAll(`[name="${name}"]`)) {
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
};

const read = () => {
  const hash = location.hash.slice(1);
  const target = /^c\d+$/.test(hash) && document.getElementById(hash);
  if (target) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  } else if (hash.includes("=")) {
    const state = new URLSearchParams(hash);
    for (const name of ["verdict", "q", "expected", "taken", "reason", "locale", "source"]) set(name, state.get(name) ?? "");
    cell = state.get("cell") ?? "";
    apply();
  }
};

form.hidden = false;
let typing;
form.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(apply, 100);
});
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => { cell = ""; setTimeout(apply); });
chip.addEventListener("click", () => { cell = ""; apply(); form.elements.q.focus(); });
document.getElementById("open-all").addEventListener("click", event => {
  const visible = items.filter(item => !item.hidden);
  const open = !visible.every(item => item.open);
  for (const item of visible) item.open = open;
  event.target.textContent = open ? "Close these" : "Open these";
});
document.addEventListener("click", event => {
  const button = event.target.closest("[data-cell]:is(button)");
  if (!button) return;
  form.reset();
  setTimeout(() => {
    cell = button.dataset.cell;
    apply();
    const heading = document.getElementById("conversations");
    heading.focus();
    heading.scrollIntoView();
  });
});
addEventListener("hashchange", read);
read();

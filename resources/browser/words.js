// Every sentence of the page, from strings.json; Vietnamese first, English complete.
// Rule: the markup names its words by key (data-words), code says a kind and gets a sentence.

const STORED = "diem-cau-language";
let tables = {};
let language = "vi";

export async function loadWords() {
  const response = await fetch("/static/strings.json");
  tables = await response.json();
  const stored = localStorage.getItem(STORED);
  setLanguage(stored in tables ? stored : "vi");
}

export function words(key, values = {}) {
  const sentence = tables[language][key] ?? tables.vi[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Says a kind out of an open list (a refusal, a reason), or the general sentence for one that is not known here. */
export function wordsOfKind(list, kind) {
  const key = `${list}.${kind}`;
  return words(key in tables.vi ? key : `${list}.other`);
}

export function otherLanguage() {
  return Object.keys(tables).find((name) => name !== language);
}

export function setLanguage(name) {
  language = name;
  localStorage.setItem(STORED, name);
  document.documentElement.lang = name;
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = words(element.dataset.words);
  }
  for (const element of document.querySelectorAll("[data-words-label]")) {
    element.setAttribute("aria-label", words(element.dataset.wordsLabel));
  }
}

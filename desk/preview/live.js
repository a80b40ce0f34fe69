// Added to every page by `make serve`, and to no file: shows what was saved as soon as it is
// built, or the faults that keep it from being built. All text goes in as text, never as markup.
const own = document.querySelector("script[data-page]").dataset;
const STATE = "desk: state over a reload";
const FOCUSABLE = "a[href], button, summary, input, [tabindex]";

function all(selector) { return [...document.querySelectorAll(selector)]; }

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

// The browser itself keeps the scroll position over a reload.
function reload() {
  const open = all("details").map((one) => one.open);
  const focus = all(FOCUSABLE).indexOf(document.activeElement);
  sessionStorage.setItem(STATE, JSON.stringify({ path: location.pathname, open, focus }));
  location.reload();
}

function restore() {
  const state = JSON.parse(sessionStorage.getItem(STATE));
  sessionStorage.removeItem(STATE);
  if (state?.path !== location.pathname) return;
  const details = all("details");
  if (details.length === state.open.length) details.forEach((one, i) => { one.open = state.open[i]; });
  all(FOCUSABLE)[state.focus]?.focus({ preventScroll: true });
}

function swap(styles) {
  all("head style").forEach((style, i) => { style.textContent = styles[i].textContent; });
}

async function refresh() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("script[data-page]")?.dataset;
  const styles = page.querySelectorAll("head style");
  if (now?.page !== own.page || styles.length !== all("head style").length) reload();
  else if (now.styles !== own.styles) {
    swap(styles);
    own.styles = now.styles;
  }
}

function lines({ line, excerpt }) {
  return excerpt.map(([number, text]) =>
    element(number === line ? "mark" : "span", {}, `${String(number).padStart(4)}  ${text}\n`));
}

function item(fault) {
  const parts = [element("p", { className: "message" }, fault.message)];
  if (fault.path) parts.unshift(element("code", {}, `${fault.path}:${fault.line}`));
  if (fault.excerpt.length) {
    parts.push(element("pre", { tabIndex: 0, ariaLabel: "The lines around it" }, ...lines(fault)));
  }
  return element("li", {}, ...parts);
}

function dialog({ faults, log }) {
  const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
  const hide = element("button", { type: "button", autofocus: true }, "Hide");
  const node = element("dialog", { role: "alertdialog" },
    element("header", {}, element("h1", { id: "title" }, `Not built: ${count}`), hide),
    element("p", { id: "cure" }, "Correct and save, and this goes away by itself. Until then the page stays as it was last built."),
    element("ol", { role: "list" }, ...faults.map(item)));
  node.setAttribute("aria-labelledby", "title");
  node.setAttribute("aria-describedby", "cure");
  if (log) node.append(element("details", {}, element("summary", {}, "What the build said"), element("pre", { tabIndex: 0 }, log)));
  hide.addEventListener("click", () => node.close());
  return node;
}

let overlay = null;

function removeOverlay() {
  overlay?.shadowRoot.querySelector("dialog").close();
  overlay?.remove();
  overlay = null;
}

// A shadow tree: the styles of the site, which may be what is being repaired, do not reach it.
function show(outcome) {
  removeOverlay();
  overlay = element("div", { id: "desk-faults" });
  const shadow = overlay.attachShadow({ mode: "open" });
  const styles = element("link", { rel: "stylesheet", href: "/-/live.css" });
  const faults = dialog(outcome);
  const again = element("button", { type: "button", className: "again", hidden: true }, "Not built: show the faults");
  again.addEventListener("click", () => { again.hidden = true; faults.showModal(); });
  faults.addEventListener("close", () => { again.hidden = false; });
  styles.addEventListener("load", () => faults.showModal(), { once: true });
  shadow.append(styles, faults, again);
  document.body.append(overlay);
}

let events = null;
let latest = "";

function listen() {
  events?.close();
  events = new EventSource("/-/events");
  events.addEventListener("message", ({ data }) => {
    const again = data === latest;
    const outcome = JSON.parse(data);
    latest = data;
    if (outcome.faults.length && again) return; // and stay hidden, if that is what they are
    if (outcome.faults.length) show(outcome);
    else {
      removeOverlay();
      refresh().catch(() => { /* the server has just ended; the next one tells again */ });
    }
  });
}

// A browser opens at most six connections to a server: a tab that nobody sees lets go of its own.
function follow() {
  if (document.hidden) events?.close();
  else listen();
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", ({ persisted }) => { if (persisted) follow(); });
restore();
follow();

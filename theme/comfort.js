// The switch between light and dark. Without it pages follow the system; a choice is stored only
// once it is made, and only where it differs from the system's.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const button = document.querySelector(".switch");
const stored = () => { try { return localStorage.getItem("scheme"); } catch { return null; } };

function store(scheme) {
  try {
    if (scheme) localStorage.setItem("scheme", scheme);
    else localStorage.removeItem("scheme");
  } catch { /* without storage the choice lasts as long as the page */ }
}

function show(scheme) {
  if (scheme) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
  const dark = scheme ? scheme === "dark" : system.matches;
  button.textContent = dark ? "Light" : "Dark";
  button.setAttribute("aria-label", dark ? "Light colors" : "Dark colors");
}

button.addEventListener("click", () => {
  const now = root.dataset.scheme ?? (system.matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  const choice = next === (system.matches ? "dark" : "light") ? null : next;
  store(choice);
  show(choice);
});
system.addEventListener("change", () => show(stored()));
show(stored());
button.hidden = false;

// The key / leads to the search, unless that was switched off there: who speaks to their computer
// may meet it unawares (WCAG 2.2, 2.1.4).
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  try { if (localStorage.getItem("slash")) return; } catch { /* never switched off */ }
  event.preventDefault();
  const field = document.querySelector(".search__field");
  if (field) field.focus();
  else location.assign(document.querySelector(".masthead [rel~=search]").href);
});

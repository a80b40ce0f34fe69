
// The search of /search/. Nothing is loaded before somebody searches; the address of the page says
// what was searched for. No text becomes markup: Trusted Types forbid it.
{
  const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
  const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const WORDS = /[\p{L}\d]+(?:['-][\p{L}\d]+)*/gu;
  const MANY = 10, FORMS = 4;
  const find = (selector) => document.querySelector(selector);
  const form = find(".search");
  const words = form.elements.q;
  const facets = [...form.querySelectorAll("select")].filter((select) => select.name !== "order");
  const [said, results, list, more, everything] =
    [".said", ".results", ".results__list", ".results__more", ".atoz"].map(find);
  let loading, turn = 0, timer;

  const json = async (path) => (await fetch(path)).json();

  // The index is in volumes, the newest first; each can be told from the others by a filter.
  async function load() {
    const root = form.dataset.root;
    const edition = await json(`${root}search/edition.json`);
    const places = edition.volumes.map((place) => root + place);
    const [first, ...others] = places;
    const [{ createInstance }, { words: known }] = await Promise.all([
      import(new URL(`${first}pagefind.js`, location.href)),
      json(root + edition.words),
    ]);
    const options = (place) => ({ metaCacheTag: "1", excerptLength: 24, baseUrl: root, mergeFilter: { volume: place } });
    // A worker would be a script that no digest names; one page of news needs none.
    const pagefind = createInstance({ ...options(first), basePath: first, noWorker: true });
    await pagefind.filters(); // what fails here would let the others wait for ever
    await Promise.all(others.map((place) => pagefind.mergeIndex(place, options(place))));
    await pagefind.filters(); // without them nothing is counted
    return { pagefind, known, places };
  }

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // An excerpt is text with entities in which the words that were found stand in <mark>.
  const excerpt = (html) => html.split(/<mark>(.*?)<\/mark>/s).map((part, n) => {
    const text = part.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);
    return n % 2 ? element("mark", { textContent: text }) : text;
  });

  const card = ({ url, meta, excerpt: html }) => element("li", { className: "card" },
    element("h3", { className: "card__headline" }, element("a", { href: url, textContent: meta.title })),
    element("p", { className: "meta" },
      element("span", { textContent: meta.outlet ?? "" }), " ",
      element("time", { dateTime: meta.date ?? "", textContent: meta.day ?? "" })),
    element("p", { className: "results__excerpt" }, ...excerpt(html)));

  // How many letters must change, or change places, to make one word the other; `most` ends it.
  function distance(one, other, most) {
    let before, last, row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return Infinity;
    }
    return row.at(-1);
  }

  // The nearest word, of several as near the most frequent; only the first letters of a long one
  // need to be there, since people stop typing when they see what they want.
  function nearest(word, known) {
    const most = word.length < 4 ? 1 : word.length < 8 ? 2 : 3;
    let best, least = most + 1;
    for (const other of known) {
      if (Math.abs(other.length - word.length) >= least) continue;
      const far = distance(word, other, least);
      if (far < least) [best, least] = [other, far];
    }
    return best;
  }

  const told = (...parts) => said.replaceChildren(...parts);
  const count = (n) => (n === 1 ? "1 report" : `${n} reports`);

  // Of a word that an index does not have Pagefind takes the beginning, or passes over it, so only
  // volumes with all words are asked. In quotation marks it looks for the word alone, in any form.
  async function volumesOf(typed, { pagefind, known, places }) {
    const having = await Promise.all(typed.map(async (word) => {
      const forms = [word, ...known.filter((other) => other !== word && other.startsWith(word)).slice(0, FORMS)];
      const found = await Promise.all(forms.map((form) => pagefind.search(`"${form}"`)));
      return places.filter((place) => found.some(({ filters }) => filters.volume?.[place]));
    }));
    return {
      missing: typed.filter((_, n) => !having[n].length),
      volumes: places.filter((place) => having.every((some) => some.includes(place))),
    };
  }

  // A list in order of date is that of one volume after another.
  async function inOrder(order, text, filters, volumes, pagefind) {
    const places = order === "asc" ? [...volumes].reverse() : volumes;
    const lists = await Promise.all(places.map((volume) =>
      pagefind.search(text, { filters: { ...filters, volume }, sort: { date: order } })));
    return lists.flatMap(({ results }) => results);
  }

  function tellOfNothing(text, typed, missing, known) {
    const quoted = missing.map((word) => `“${word}”`).join(" or ");
    if (EASTERN.test(text)) {
      told(`No report has ${quoted} in it. The reports are in English: try the name or the word as English writes it, or choose below.`);
      return;
    }
    const corrected = typed.map((word) => (missing.includes(word) ? nearest(word, known) : word));
    if (!corrected.every(Boolean)) {
      told(`No report has ${quoted} in it. Try another word, or choose below.`);
      return;
    }
    const offer = element("button", { type: "button", className: "said__offer", textContent: corrected.join(" ") });
    offer.addEventListener("click", () => {
      words.value = offer.textContent;
      words.focus();
      search();
    });
    told(`No report has ${quoted} in it. Did you mean `, offer, "?");
  }

  function showChoices(found) {
    for (const select of facets) {
      const counts = found?.filters[select.name] ?? {};
      for (const option of select.options) {
        if (!option.value) continue;
        const open = !found || select.value;
        option.textContent = open ? option.value : `${option.value} (${counts[option.value] ?? 0})`;
        option.disabled = !open && !counts[option.value];
      }
    }
  }

  async function showMore(found, mine) {
    const begin = list.children.length;
    const next = await Promise.all(found.slice(begin, begin + MANY).map((result) => result.data()));
    if (mine !== turn) return;
    list.append(...next.map(card));
    more.hidden = list.children.length >= found.length;
    more.onclick = async () => {
      await showMore(found, mine);
      list.children[begin + MANY]?.querySelector("a").focus();
    };
  }

  function show(shown) {
    results.hidden = !shown;
    everything.hidden = shown;
    list.replaceChildren();
    more.hidden = true;
  }

  const chosen = () => Object.fromEntries(
    facets.filter((select) => select.value).map((select) => [select.name, select.value]));

  function remember(text, filters) {
    const query = new URLSearchParams({ ...(text && { q: text }), ...filters });
    if (form.elements.order.value) query.set("order", form.elements.order.value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    return query.size;
  }

  async function search() {
    clearTimeout(timer);
    const mine = ++turn, text = words.value.trim(), filters = chosen(), order = form.elements.order.value;
    const typed = text.toLowerCase().replaceAll("’", "'").match(WORDS) ?? [];
    if (!remember(text, filters)) {
      told();
      showChoices();
      return show(false);
    }
    try {
      const index = await (loading ??= load());
      const { missing, volumes } = await volumesOf(typed, index);
      const narrowed = { filters: { ...filters, volume: { any: volumes } } };
      const found = volumes.length ? await index.pagefind.search(text || null, narrowed) : { results: [], filters: {} };
      if (order) found.results = await inOrder(order, text || null, filters, volumes, index.pagefind);
      if (mine !== turn) return;
      showChoices(found);
      const all = found.results;
      show(all.length > 0);
      if (missing.length) tellOfNothing(text, typed, missing, index.known);
      else if (all.length) told(`${count(all.length)}${text && ` with “${text}”`}`);
      else told("No report has all of that. Take a word or a choice away, or choose below.");
      await showMore(all, mine);
    } catch (error) {
      loading = undefined;
      show(false);
      told("The search could not be loaded. All there is stands below; or try again.");
      console.warn(error);
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const control of [words, form.elements.order, ...facets]) control.value = asked.get(control.name) ?? "";
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    if (said.getBoundingClientRect().top > innerHeight / 2) said.scrollIntoView(); // on phones
  });
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  });
  form.addEventListener("change", (event) => event.target.matches("select") && search());

  const key = find(".slash input");
  try { key.checked = !localStorage.getItem("slash"); } catch { /* it is on */ }
  key.addEventListener("change", () => {
    try {
      if (key.checked) localStorage.removeItem("slash");
      else localStorage.setItem("slash", "off");
    } catch { /* it stays on */ }
  });
  form.hidden = find(".slash").hidden = false;
  if (asked.size) search();
}

// What a reader's eye would tell of a page. Runs inside it; every function gives plain values.

const named = (element) => {
  const classes = element.getAttribute("class");
  const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  return `<${element.localName}${classes ? ` class="${classes}"` : ""}> ${text}`.trim();
};

const styled = (element) => getComputedStyle(element);

// Not displayed, for screen readers only, or waiting outside the window until it has the focus.
function away(element) {
  if (styled(element).display === "contents") return false;
  const { width, height, right } = element.getBoundingClientRect();
  return !element.checkVisibility({ visibilityProperty: true })
    || right <= 0 || (width <= 1 && height <= 1);
}

const known = new Map();
function unseen(element) {
  if (!element) return false;
  if (!known.has(element)) known.set(element, away(element) || unseen(element.parentElement));
  return known.get(element);
}

const seen = (selector = "body *") =>
  [...document.querySelectorAll(selector)].filter((element) => !unseen(element));

function texts(part = "body") {
  const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !unseen(node.parentElement)) found.push(node);
  }
  return found;
}

// All visible text without its spaces, which depend on the layout.
const read = (part) => texts(part).map((node) => node.data).join("").replace(/\s+/g, "");

const scrolls = (element) =>
  element.closest("body *") && /auto|scroll/.test(styled(element).overflowX);

function scrollerOf(element) {
  for (let e = element; e && e !== document.body; e = e.parentElement) if (scrolls(e)) return e;
  return null;
}

// What reaches beyond the window to the side; of boxes in boxes only the innermost.
function sticksOut() {
  const page = document.documentElement;
  const out = seen().filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return (right > innerWidth + 0.5 || left < -0.5) && !scrollerOf(element.parentElement);
  });
  if (page.scrollWidth > innerWidth && !out.length) out.push(page);
  const inner = new Set(out);
  for (const element of out)
    for (let e = element.parentElement; e; e = e.parentElement) inner.delete(e);
  return [...inner].map(named);
}

// Boxes that cut their content off.
const clipped = () =>
  seen("body :not(svg, svg *)").filter((element) => {
    const { overflowX, overflowY } = styled(element);
    const cuts = (overflow) => /hidden|clip/.test(overflow);
    return (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
  }).map(named);

// Pairs of texts of which one lies on the other.
function overlapping() {
  const lines = texts().flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const scroller = scrollerOf(node.parentElement);
    const end = scroller ? scroller.getBoundingClientRect().right : Infinity;
    return [...range.getClientRects()].map(({ left, right, top, bottom }) =>
      ({ node, box: { left, right: Math.min(right, end), top, bottom } }));
  });
  const lies = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const pairs = lines.flatMap((one, i) => lines.slice(i + 1)
    .filter((other) => one.node !== other.node && lies(one.box, other.box))
    .map((other) => `${one.node.data.trim().slice(0, 40)} / ${other.node.data.trim().slice(0, 40)}`));
  return [...new Set(pairs)];
}

// What the keyboard has to reach, in the order of the document.
const FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex='0']";
const stops = () =>
  [...document.querySelectorAll(FOCUSABLE)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.disabled);

const MARKS = ["outlineStyle", "outlineWidth", "boxShadow", "backgroundColor"];
const marks = (element) => MARKS.map((mark) => styled(element)[mark]).join();

// How everything looks before the focus comes; `stop` compares with it.
const rest = () => { window.atRest = new Map(stops().map((e) => [e, marks(e)])); };

// Where the focus is: the place in the document (-1: nowhere), and what is wrong with its look.
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return { place: -1 };
  const place = stops().indexOf(element);
  if (place < 0) return { place: scrolls(element) ? null : -1, name: named(element) };
  const { left, right, top, bottom } = element.getClientRects()[0];
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const hidden = !hit || !(element.contains(hit) || hit.contains(element));
  const plain = marks(element) === window.atRest.get(element);
  return { place, name: named(element), wrong: plain ? "unmarked" : hidden ? "hidden" : "" };
}

// Controls smaller than `side` pixels, with the size they have.
const smallerThan = (selector, side) =>
  seen(selector).filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, height) < side - 0.5;
  }).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return `${named(element)} ${Math.round(width)} x ${Math.round(height)}`;
  });

// What moves, or would move when it changes.
const moving = () =>
  seen("html, body, body *").filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = styled(element);
    const lasts = transitionDuration.split(",").some((time) => parseFloat(time) > 0.01);
    return lasts || animationName !== "none" || scrollBehavior === "smooth";
  }).map(named);

// Resolves to every layout shift since the page began to load, and while it is scrolled through.
const shifts = () => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      found.push(`${value.toFixed(6)} ${sources.map(({ node }) =>
        node ? named(node.nodeType === 1 ? node : node.parentElement) : "gone").join("; ")}`);
  }).observe({ type: "layout-shift", buffered: true });
  scrollTo(0, document.documentElement.scrollHeight);
  setTimeout(() => done(found), 100);
});

const blocking = () =>
  performance.getEntriesByType("resource")
    .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name);

// Whether a part of a box is outside the window.
const outside = (element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
};

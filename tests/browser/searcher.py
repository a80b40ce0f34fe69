"""Somebody at the search page."""

from playwright.sync_api import Page

from tests.browser.reader import DESKTOP

FOUND = ".results .card__headline"
SAID = ".said"
WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(event.violatedDirective, event.blockedURI, event.sample))"""


class Searcher:
    """Somebody at the search page, who hears all that goes wrong there."""

    def __init__(self, browser, address: str, path: str = "search/"):
        self.address = address
        self.context = browser.new_context(viewport=DESKTOP)
        self.page: Page = self.context.new_page()
        self.asked, self.wrong = [], []
        self.page.add_init_script(WATCH)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.wrong.append(line.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(address + path)

    def types(self, text: str) -> None:
        self.page.get_by_label("Words to look for").fill(text)

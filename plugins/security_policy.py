"""Gives templates `security_policy`, which says all that a browser may load and run for a page,
and `search_policy`, that of the page that searches.

Nothing but our own pictures, the style sheet that stands in the page and the one script, both by
their digests. https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/

A page carries the policy itself, so that it holds on hosts that send no headers; what those that do
send is made in deploy/headers.py.
"""

from pelican import signals

from plugins.scripts import integrity

# The icon of tabs and the script's sinks: the first is a `data:` picture, the second has none.
POLICY = {
    "default-src": "'none'",
    "script-src": "'{script}'",
    "style-src": "'{style}'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
# The search fetches its index and compiles WebAssembly, which cannot touch the page. Its script
# imports Pagefind's when somebody searches. No digest can allow that: an import has no place for
# one, and 'strict-dynamic' does not reach the imports of a script that stands in the page.
SEARCH = POLICY | {"script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'"}


def security_policy(css: str, script: str) -> str:
    """The policy of a page with this style sheet, and the script of this digest."""
    return format_policy(POLICY, style=integrity(css.encode()), script=script)


def search_policy(css: str) -> str:
    """The policy of the search: scripts of this host, and what they fetch and compile."""
    return format_policy(SEARCH, style=integrity(css.encode()))


def format_policy(policy: dict[str, str], **digests: str) -> str:
    return "; ".join(f"{name} {value.format(**digests)}" for name, value in policy.items())


def add_policy(generator):
    generator.env.globals.update(security_policy=security_policy, search_policy=search_policy)


def register():
    signals.generator_init.connect(add_policy)

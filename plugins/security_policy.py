"""Gives templates `security_policy`, which says all that a browser may load and run for a page.

Nothing but our own pictures, the style sheet that stands in the page and the one script, both by
their digests. https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/

A page carries the policy itself, so that it holds on hosts that send no headers. Those that do
send `header(policy)`: a page cannot say who may frame it.
"""

from pelican import signals

from plugins.comfort_script import integrity

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


def security_policy(css: str, script: str) -> str:
    """The policy of a page with this style sheet, and the script of this digest."""
    digests = {"style": integrity(css.encode()), "script": script}
    return "; ".join(f"{name} {value.format(**digests)}" for name, value in POLICY.items())


def header(policy: str) -> str:
    """The policy of pages as the header Content-Security-Policy: nobody may frame them."""
    return f"{policy}; frame-ancestors 'none'"


def add_policy(generator):
    generator.env.globals["security_policy"] = security_policy


def register():
    signals.generator_init.connect(add_policy)

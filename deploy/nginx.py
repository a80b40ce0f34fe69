"""What nginx has to know: a site's configuration, and the rules of one release."""

import re

from jinja2 import Environment, StrictUndefined

from deploy.built import Built
from deploy.headers import FALLBACK, POLICY, Rules, whole_policy
from desk import ROOT

SAMPLE = ROOT / "deploy/nginx.conf"
PLACES = {
    "folder": "/srv/watch",
    "certificate": "/etc/letsencrypt/live/{host}/fullchain.pem",
    "key": "/etc/letsencrypt/live/{host}/privkey.pem",
    "http": 80,
    "https": 443,
    "brotli": True,
}


def configuration(built: Built, rules: Rules, **places) -> str:
    """The file for nginx's sites-available; `places` are those of PLACES that differ."""
    chosen = {
        name: value.format(host=built.host) if isinstance(value, str) else value
        for name, value in (PLACES | places).items()
    }
    template = Environment(  # noqa: S701 - not HTML
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    ).from_string(SAMPLE.read_text(encoding="utf-8"))
    return template.render(
        **chosen,
        siteurl=built.siteurl,
        host=built.host,
        base=built.base,
        fallback=FALLBACK,
        caching=[(below(expression, built.base), value) for expression, value in rules.caching],
        errors=rules.errors,
        headers=add_headers(rules),
        endings=[(name[1:], kind) for name, kind in rules.types.items() if name[0] == "."],
        anywhere=[(name[2:], kind) for name, kind in rules.types.items() if name[:2] == "*/"],
        exact=[(name, kind) for name, kind in rules.types.items() if name[0] not in ".*"],
    )


def below(expression: str, base: str) -> str:
    """An expression for paths from the site's root as one for paths from the host's."""
    return f"^{re.escape(base)}/{expression[1:]}" if expression.startswith("^") else expression


def add_headers(rules: Rules) -> str:
    """A line for every header, on answers of every kind."""
    said = rules.everywhere | {POLICY: "$watch_policy", "Cache-Control": "$watch_cache"}
    return "\n".join(f'add_header {name} "{value}" always;' for name, value in said.items())


def release_rules(built: Built) -> dict[str, str]:
    """The files `policy` and `moved` of a release; the server writes its number for each `@`.

    Former addresses are expressions: plain keys of a map have a length, which the server limits.
    """
    moved = (
        f'"~^@{re.escape(built.base + old)}$" "{built.base}{new}";\n'
        for old, new in sorted(built.moved.items())
    )
    return {"policy": f'"@" "{whole_policy(built.policy)}";\n', "moved": "".join(moved)}

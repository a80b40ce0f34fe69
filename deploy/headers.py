"""What every response says beside its bytes: deploy/headers.yaml and the policy of the pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from deploy import DeployError

FILE = Path(__file__).with_name("headers.yaml")
POLICY = "Content-Security-Policy"
NOTHING = "'none'"
# What only a header can say, and what holds for pages that are not of this build.
FRAMES = "frame-ancestors 'none'"
FALLBACK = f"base-uri 'none'; form-action 'none'; object-src 'none'; {FRAMES}"


@dataclass(frozen=True)
class HeaderRules:
    """The rules of headers.yaml; paths are from the site's root."""

    everywhere: dict[str, str]
    caching: list[dict[str, str]]
    errors: str
    types: dict[str, str]
    compressible: list[str]

    def content_type(self, path: str) -> str:
        """The Content-Type of a file. Raises DeployError where no rule names one."""
        file = PurePosixPath(path)
        for key in (path, f"*/{file.name}", file.suffix):
            if key in self.types:
                return self.types[key]
        raise DeployError(f"deploy/headers.yaml: no type for {path} - add its ending to types")

    def cache_control(self, path: str) -> str:
        """The Cache-Control of a file."""
        return next(rule["value"] for rule in self.caching if re.search(rule["paths"], path))

    def is_immutable(self, path: str) -> bool:
        """Whether the name of a file changes with its bytes."""
        return "immutable" in self.cache_control(path)

    def is_compressible(self, path: str) -> bool:
        """Whether a file is worth compressing."""
        return PurePosixPath(path).suffix in self.compressible

    def response_headers(self, path: str, policy: str, *, error: bool = False) -> dict[str, str]:
        """All headers of a response; `policy` is that of the pages' own metadata."""
        return {
            **self.everywhere,
            POLICY: header_policy(policy),
            "Cache-Control": self.errors if error else self.cache_control(path),
            "Content-Type": self.content_type(path),
        }


def load_rules() -> HeaderRules:
    """The rules as written."""
    return HeaderRules(**yaml.safe_load(FILE.read_text(encoding="utf-8")))


def header_policy(policy: str) -> str:
    """The policy of pages with what only a header can say: who may frame them."""
    return f"{policy}; {FRAMES}"


def merge_policies(policies: Iterable[str]) -> str:
    """One policy that allows what any of `policies` does, for a header that all pages share.

    A page's own policy holds beside it, so that each page keeps to its own.
    """
    sources: dict[str, dict[str, None]] = {"default-src": {NOTHING: None}}
    for policy in sorted(set(policies)):
        for directive in policy.split("; "):
            name, *values = directive.split(" ")
            sources.setdefault(name, {}).update(dict.fromkeys(values))
    return "; ".join(
        " ".join([name, *(value for value in values if value != NOTHING or len(values) == 1)])
        for name, values in sources.items()
    )
